// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import type { CardView } from '../../messaging/client'
import { createCard, type Card } from './card'

const offer: CardView = {
  item: 'one',
  title: '<b>How swifts sleep</b>',
  site: 'paper.example',
  state: 'offer',
  price: '$0.05',
  lines: [
    { label: 'Creator receives', value: '$0.05' },
    { label: 'Platform share', value: 'not declared by the seller' },
  ],
  keep: 'Yours to keep.',
  sentence: null,
  action: 'Unlock for $0.05',
  does: 'open',
  why: { question: 'Why am I seeing this?', answer: 'This page asks for a payment.' },
  dismiss: 'Put away',
  arrived: 'Unlocked, {count} words',
  language: { tag: 'en', locale: 'en', direction: 'ltr' },
}

const actions = { open: vi.fn(), undo: vi.fn(), dismiss: vi.fn() }
let card: Card

beforeEach(() => {
  actions.open.mockClear()
  actions.undo.mockClear()
  actions.dismiss.mockClear()
  card = createCard(actions)
  card.update(offer)
})

function part(selector: string): HTMLElement {
  const found = card.element.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`no ${selector}`)
  return found
}

function press(selector: string, { trusted = true, detail = 1 } = {}): void {
  const event = new MouseEvent('click', { bubbles: true, detail })
  Object.defineProperty(event, 'isTrusted', { value: trusted })
  part(selector).dispatchEvent(event)
}

test('what a seller wrote is text, never markup', () => {
  expect(part('.title').textContent).toBe('<b>How swifts sleep</b>')
  expect(card.element.querySelector('b')).toBeNull()
})

test('only a person’s single press opens the approval', () => {
  press('.action', { trusted: false })
  press('.action', { detail: 2 })
  part('.action').click()
  expect(actions.open).not.toHaveBeenCalled()
  press('.action')
  expect(actions.open).toHaveBeenCalledExactlyOnceWith('one')
})

test('it can be put away, by a person', () => {
  press('.away', { trusted: false })
  expect(actions.dismiss).not.toHaveBeenCalled()
  press('.away')
  expect(actions.dismiss).toHaveBeenCalledExactlyOnceWith('one')
})

test('and with Escape, where the focus is in it', () => {
  const escape = (trusted: boolean): void => {
    const event = new KeyboardEvent('keydown', { bubbles: true, key: 'Escape' })
    Object.defineProperty(event, 'isTrusted', { value: trusted })
    part('.action').dispatchEvent(event)
  }
  escape(false)
  expect(actions.dismiss).not.toHaveBeenCalled()
  escape(true)
  expect(actions.dismiss).toHaveBeenCalledExactlyOnceWith('one')
})

test('a press acts on what is shown now', () => {
  card.update({ ...offer, item: 'two' })
  press('.action')
  expect(actions.open).toHaveBeenCalledExactlyOnceWith('two')
})

test('while a payment can be stopped, its one button stops it and opens nothing', () => {
  card.update({ ...offer, state: 'working', action: 'Stop', does: 'undo' })
  press('.action', { trusted: false })
  expect(actions.undo).not.toHaveBeenCalled()
  press('.action')
  expect(actions.undo).toHaveBeenCalledExactlyOnceWith('one')
  expect(actions.open).not.toHaveBeenCalled()
})

test('everything but the buttons is inert, and the group’s name says it all', () => {
  for (const text of ['.who', '.title', '.price', '.lines', '.keep', '.sentence', '.answer']) expect(part(text).inert).toBe(true)
  const name = part('[role=group]').getAttribute('aria-label') ?? ''
  for (const said of [offer.title, offer.price, 'Creator receives $0.05', 'Platform share not declared by the seller', offer.keep]) expect(name).toContain(said)
  expect([...card.element.querySelectorAll('button')].map((button) => button.inert)).toEqual([false, false, false])
  expect(card.element.querySelector('input, textarea, select, [contenteditable]')).toBeNull()
})

test('each state shows what it has and nothing else', () => {
  card.update({ ...offer, state: 'refused', price: null, lines: [], keep: null, action: null, sentence: 'You were not charged.' })
  for (const empty of ['.price', '.lines', '.keep', '.action']) expect(part(empty).hidden).toBe(true)
  expect(part('.sentence').hidden).toBe(false)
  expect(card.element.dataset['state']).toBe('refused')
  card.update(offer)
  for (const full of ['.price', '.lines', '.keep', '.action']) expect(part(full).hidden).toBe(false)
  expect(part('.sentence').hidden).toBe(true)
  expect(card.element.querySelectorAll('dt')).toHaveLength(2)
})

test('an update keeps the very elements, so that focus stays', () => {
  const button = part('.action')
  card.update({ ...offer, price: '$0.08', action: 'Unlock for $0.08' })
  expect(part('.action')).toBe(button)
  expect(button.textContent).toBe('Unlock for $0.08')
})

test('the answer unfolds and folds, and folds for another piece', () => {
  expect(part('.answer').hidden).toBe(true)
  press('.why')
  expect(part('.answer').hidden).toBe(false)
  expect(part('.why').getAttribute('aria-expanded')).toBe('true')
  expect(part('.why').getAttribute('aria-description')).toBe('This page asks for a payment.')
  card.update({ ...offer, price: '$0.08' })
  expect(part('.answer').hidden).toBe(false)
  card.update({ ...offer, item: 'two' })
  expect(part('.answer').hidden).toBe(true)
})
