import type { ComponentChildren } from 'preact'
import { en as words } from '../words/en'
import { Button } from './button'

/** Says what is waited for. The ring appears only when it takes longer than a blink. */
export function Waiting({ children = words.waiting }: { readonly children?: ComponentChildren }) {
  return (
    <p class="waiting" role="status">
      <span class="ring" aria-hidden="true" />
      <span>{children}</span>
    </p>
  )
}

/** Something that takes a while: what it is, said once, and how far it has come, which changes too often to be read out. */
export function Progress({ children, soFar }: { readonly children: ComponentChildren; readonly soFar: string | null }) {
  return (
    <p class="waiting">
      <span class="ring" aria-hidden="true" />
      <span>
        <span role="status">{children}</span>
        {soFar !== null && ` ${soFar}`}
      </span>
    </p>
  )
}

/** Says what happened (to the money first) and offers to try again. */
export function Failed({ sentence, onRetry }: { readonly sentence: string; readonly onRetry?: (() => void) | undefined }) {
  return (
    <div class="failed">
      <p role="alert">{sentence}</p>
      {onRetry !== undefined && <Button onClick={onRetry}>{words.retry}</Button>}
    </div>
  )
}

/** One sentence the reader should see before going on. */
export function Notice({ level, children }: { readonly level: 'care' | 'note' | 'good' | 'stop'; readonly children: ComponentChildren }) {
  return (
    <p class={`notice notice-${level}`}>
      <span class="heard">{words.notice[level]}: </span>
      {children}
    </p>
  )
}

/** Why something the reader asked for was not done: said aloud when it appears. */
export function Fault({ sentence }: { readonly sentence: string | null }) {
  return (
    <div class="fault" role="alert">
      {sentence !== null && <Notice level="stop">{sentence}</Notice>}
    </div>
  )
}
