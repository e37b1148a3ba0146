import { afterEach, expect, it } from 'vitest'
import { speak, speakable, speech, type Speech } from './speakable'

const english: Speech = { tag: 'en', locale: 'en', direction: 'ltr', words: {} }
const german = (words: Speech['words']): Speech => ({ tag: 'de', locale: 'de-AT', direction: 'ltr', words })
afterEach(() => speak(english))

const inner = speakable('test.inner', { yes: 'Yes', steps: ['One', 'Two'] })
const outer = speakable('test.outer', { no: 'No', count: (count: number) => `${count} times`, deep: { a: { b: 'Deep' } }, inner })
const told = { 'test.inner': { yes: 'Ja', steps: ['Eins', 'Zwei'] }, 'test.outer': { no: 'Nein', count: (count: number) => `${count}-mal`, deep: { a: { b: 'Tief' } } } }
const all = () => [outer.no, outer.count(3), outer.deep.a.b, outer.inner.yes, ...inner.steps]

it('says everything in another language, there and back', () => {
  const before = all()
  speak(german(told))
  expect(all()).toEqual(['Nein', '3-mal', 'Tief', 'Ja', 'Eins', 'Zwei'])
  expect(speech()?.locale).toBe('de-AT')
  speak(english)
  expect(all()).toEqual(before)
})

it('keeps what holds words alive: only a sentence has to be read when it is said', () => {
  const { deep, count } = outer
  speak(german(told))
  expect(deep.a.b).toBe('Tief')
  expect(count(3)).toBe('3 times')
})

it('says what is loaded later in the language that is spoken then', () => {
  speak(german({ 'test.late': { word: 'Spät' } }))
  const late = speakable('test.late', { word: 'Late' })
  expect(late.word).toBe('Spät')
  speak(english)
  expect(late.word).toBe('Late')
})

it('goes from one language straight to another, and stays English where that says nothing', () => {
  speak(german(told))
  speak({ ...german({ 'test.inner': { yes: 'Oui', steps: ['Un', 'Deux'] } }), tag: 'fr' })
  expect(all()).toEqual(['No', '3 times', 'Deep', 'Oui', 'Un', 'Deux'])
})
