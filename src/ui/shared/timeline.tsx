import { machineTime, writeInstant } from './dates'

/** What happened when, from the beginning. */
export function Timeline({ steps }: { readonly steps: readonly { readonly at: number; readonly sentence: string }[] }) {
  return (
    <ol class="timeline">
      {steps.map(({ at, sentence }, step) => (
        <li key={step}>
          <time class="small quiet" dateTime={machineTime(at)}>
            {writeInstant(at)}
          </time>
          <span>{sentence}</span>
        </li>
      ))}
    </ol>
  )
}
