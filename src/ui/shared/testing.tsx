import type { ComponentChildren } from 'preact'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import type { MessageType } from '../../messaging/contract'
import type { SessionEvent } from '../../messaging/views'

interface Sent {
  readonly type: MessageType
  readonly input: unknown
}

/** Stands in for the worker in tests of the pages: answers what it was told to, and remembers what it was asked. */
export class FakeWorker {
  readonly sent: Sent[] = []
  readonly #answers = new Map<MessageType, unknown>()
  readonly #listeners = new Set<(topic: SessionEvent['topic']) => void>()

  /** @param answer a reply, or a promise of one */
  answer(type: MessageType, answer: unknown): void {
    this.#answers.set(type, answer)
  }

  readonly send = async (type: MessageType, input: unknown): Promise<unknown> => {
    this.sent.push({ type, input })
    return this.#answers.get(type) ?? { ok: false, code: 'failed', sentence: `No answer to ${type}.` }
  }

  readonly onChanged = (listener: (topic: SessionEvent['topic']) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  changed(topic: SessionEvent['topic']): Promise<void> {
    return act(() => {
      for (const listener of this.#listeners) listener(topic)
    })
  }

  asked(type: MessageType): unknown[] {
    return this.sent.filter((message) => message.type === type).map(({ input }) => input)
  }
}

export const good = (value: unknown) => ({ ok: true, value })

/** A reply that comes when the test says so. */
export function later(): { readonly promise: Promise<unknown>; readonly resolve: (reply: unknown) => void } {
  let resolve: (reply: unknown) => void = () => undefined
  const promise = new Promise<unknown>((settled) => {
    resolve = settled
  })
  return { promise, resolve }
}

let shown: HTMLElement | null = null

/** Renders into a fresh place, with what was there before taken down, and waits for the answers that come at once. */
export async function show(view: ComponentChildren): Promise<HTMLElement> {
  const before = shown
  if (before !== null) await act(() => render(null, before))
  const root = document.createElement('div')
  shown = root
  document.body.replaceChildren(root)
  await act(() => render(view, root))
  await settle()
  return root
}

/** Lets answers that are ready arrive, and what follows from them. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 5; round++) await act(async () => Promise.resolve())
}

/** The button that says exactly this, or is named so. */
export function button(root: HTMLElement, name: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name)
  if (found === undefined) throw new Error(`no button "${name}" in: ${root.textContent}`)
  return found
}

export async function press(element: HTMLElement): Promise<void> {
  await act(() => {
    element.click()
  })
  await settle()
}

export async function dispatch(target: EventTarget, event: Event): Promise<void> {
  await act(() => {
    target.dispatchEvent(event)
  })
  await settle()
}

export async function type(input: HTMLInputElement, text: string): Promise<void> {
  await act(() => {
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
