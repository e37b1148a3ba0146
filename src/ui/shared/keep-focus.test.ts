// @vitest-environment happy-dom
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { keepFocus } from './keep-focus'

beforeAll(() => {
  vi.useFakeTimers()
  keepFocus(document)
})
afterAll(() => void vi.useRealTimers())
beforeEach(() => {
  document.body.innerHTML = '<main><h1>Page</h1><section><h2>Ways in</h2><p><button id="a">A</button></p></section><div><button id="b">B</button></div></main>'
})

const focus = (id: string) => document.getElementById(id)?.focus()
const focused = () => document.activeElement?.textContent
/** Until nothing is waited for any more: what was noticed first, then every clock. */
const settled = async (): Promise<void> => {
  await Promise.resolve()
  await vi.runAllTimersAsync()
}

it('what goes away hands the focus to the heading of what it stood in', async () => {
  focus('a')
  document.querySelector('p')?.remove()
  await settled()
  expect(focused()).toBe('Ways in')
  expect(document.querySelector('h2')?.getAttribute('tabindex')).toBe('-1')
})

it('where the whole part goes away, it is the next heading around it', async () => {
  focus('a')
  document.querySelector('section')?.remove()
  await settled()
  expect(focused()).toBe('Page')
})

it('what comes instead and takes the focus keeps it', async () => {
  focus('a')
  document.getElementById('a')?.remove()
  focus('b')
  await settled()
  expect(focused()).toBe('B')
})

it('what the reader has let go of is nobody’s: the focus is not thrown about', async () => {
  focus('a')
  document.getElementById('a')?.blur()
  await settled()
  document.getElementById('a')?.remove()
  await settled()
  expect(document.activeElement).toBe(document.body)
})

it('something else that goes away changes nothing', async () => {
  focus('a')
  document.getElementById('b')?.remove()
  await settled()
  expect(focused()).toBe('A')
})
