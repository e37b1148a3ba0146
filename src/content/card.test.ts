// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import type { CardView, PageEvent } from '../messaging/client'

type Heard = (message: PageEvent, sender: { id: string }) => unknown
const sendMessage = vi.fn()
let listeners: Heard[] = []
const onMessage = { addListener: (listener: Heard) => void listeners.push(listener), removeListener: vi.fn() }
vi.stubGlobal('browser', { runtime: { id: 'farthing', sendMessage, onMessage } })

const offer: CardView = {
  item: 'one',
  title: 'How swifts sleep',
  site: 'paper.example',
  state: 'offer',
  price: '$0.05',
  lines: [],
  keep: null,
  sentence: null,
  action: 'Unlock for $0.05',
  does: 'open',
  why: { question: 'Why am I seeing this?', answer: 'This page asks for a payment.' },
  dismiss: 'Put away',
  arrived: 'Unlocked, {count} words',
  language: { tag: 'en', locale: 'en', direction: 'ltr' },
}

let roots: { mode: string; root: ShadowRoot }[]
let answer: (value: CardView | null) => void

beforeEach(() => {
  vi.restoreAllMocks()
  vi.resetModules()
  Reflect.deleteProperty(globalThis, Symbol.for('farthing.card'))
  document.documentElement.querySelectorAll(':scope > div').forEach((host) => host.remove())
  listeners = []
  roots = []
  const attachShadow = Element.prototype.attachShadow
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, options) {
    const root = attachShadow.call(this, options)
    roots.push({ mode: options.mode, root })
    return root
  })
  const read = new Promise((resolve) => {
    answer = (value) => resolve({ ok: true, value })
  })
  sendMessage.mockReset().mockImplementation(({ type }: { type: string }) => (type === 'card.read' ? read : Promise.resolve({ ok: true, value: null })))
})

const inject = () => import('./card')
const settle = () => new Promise((resolve) => setTimeout(resolve))
const hear = (event: PageEvent, id = 'farthing') => listeners.map((listener) => listener(event, { id }))
const title = () => roots[0]?.root.querySelector('aside .title')?.textContent ?? null
const types = () => sendMessage.mock.calls.map(([message]) => (message as { type: string }).type)

function press(selector: string): void {
  const event = new MouseEvent('click', { detail: 1 })
  Object.defineProperty(event, 'isTrusted', { value: true })
  roots[0]?.root.querySelector(selector)?.dispatchEvent(event)
}

test('nothing enters the page until the worker has something to show', async () => {
  await inject()
  answer(null)
  await settle()
  expect(document.documentElement.querySelector(':scope > div')).toBeNull()
})

test('the card lives in a closed root', async () => {
  await inject()
  answer(offer)
  await settle()
  expect(title()).toBe('How swifts sleep')
  expect(roots.map(({ mode }) => mode)).toEqual(['closed'])
  expect(document.documentElement.querySelector(':scope > div')?.shadowRoot).toBeNull()
})

test('it hears the worker, answers nothing, and is deaf to other extensions', async () => {
  await inject()
  answer(offer)
  await settle()
  expect(hear({ event: 'card', view: { ...offer, title: 'Forged' } }, 'another')).toEqual([undefined])
  expect(title()).toBe('How swifts sleep')
  expect(hear({ event: 'card', view: { ...offer, title: 'Dearer' } })).toEqual([undefined])
  expect(title()).toBe('Dearer')
  hear({ event: 'card', view: null })
  expect(title()).toBeNull()
})

test('an old answer does not undo newer news', async () => {
  await inject()
  hear({ event: 'card', view: { ...offer, state: 'done', title: 'Newer' } })
  answer(offer)
  await settle()
  expect(title()).toBe('Newer')
})

test('put away, it stays away for that piece', async () => {
  await inject()
  answer(offer)
  await settle()
  press('.away')
  expect(title()).toBeNull()
  hear({ event: 'card', view: { ...offer, price: '$0.08' } })
  expect(title()).toBeNull()
  hear({ event: 'card', view: { ...offer, item: 'two', title: 'Another' } })
  expect(title()).toBe('Another')
  expect(types()).toEqual(['card.read', 'card.dismiss'])
})

test('a button that could not open the approval says so', async () => {
  await inject()
  answer(offer)
  await settle()
  sendMessage.mockResolvedValue({ ok: false, code: 'failed', sentence: 'Try again in a moment.' })
  press('.action')
  await settle()
  expect(roots[0]?.root.querySelector('.sentence')?.textContent).toBe('Try again in a moment.')
})

test('injected again, it asks again and listens once', async () => {
  await inject()
  answer(offer)
  await settle()
  vi.resetModules()
  await inject()
  await settle()
  expect(listeners).toHaveLength(1)
  expect(roots).toHaveLength(1)
  expect(types()).toEqual(['card.read', 'card.read'])
})

test('what was paid for here takes the focus; what was owned before leaves the reader where they are', async () => {
  vi.doMock('./card/sanitise', () => ({
    sanitise: (html: string) => {
      const piece = document.createDocumentFragment()
      piece.append(Object.assign(document.createElement('p'), { textContent: html }))
      return piece
    },
  }))
  const src = 'https://paper.example/full'
  document.body.innerHTML = `<pay-wall src="${src}"></pay-wall><pay-wall src="${src}?2"></pay-wall>`
  await inject()
  answer(null)
  await settle()
  hear({ event: 'fragment', item: 'owned', src, html: 'owned before' })
  expect(document.body.textContent).toBe('owned before')
  expect(document.activeElement).toBe(document.body)
  hear({ event: 'card', view: offer })
  hear({ event: 'card', view: null })
  hear({ event: 'fragment', item: 'one', src: `${src}?2`, html: 'paid just now' })
  expect(document.activeElement?.textContent).toBe('paid just now')
  // The card has gone by then: what was bought is announced all the same.
  await vi.waitFor(() => expect(roots[0]?.root.querySelector('[role=status]')?.textContent).toBe('Unlocked, 3 words'))
  expect(types()).toEqual(['card.read', 'fragment.inserted', 'fragment.inserted'])
  vi.doUnmock('./card/sanitise')
})
