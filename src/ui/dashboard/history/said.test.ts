import { expect, it } from 'vitest'
import { nameOf, saidAs } from './said'

it('is found under a name that tells nothing of it, the same for the same', () => {
  const said = { text: 'lübeck', tag: 'birds', site: 'harbour.example' }
  const name = nameOf(said) ?? ''
  expect(name).toMatch(/^[0-9a-f]{8}$/)
  expect(saidAs(name)).toEqual(said)
  expect(nameOf({ ...said })).toBe(name)
  expect(new Set([said, { ...said, tag: null }, { ...said, site: null }, { ...said, text: '' }].map(nameOf)).size).toBe(4)
})

it('needs no name for nothing, and nothing is behind a name that nobody gave', () => {
  expect(nameOf({ text: '', tag: null, site: null })).toBeNull()
  for (const name of [null, '', 'ffffffff', '__proto__']) expect(saidAs(name)).toEqual({ text: '', tag: null, site: null })
})

it('is bounded: the oldest goes first', () => {
  const names = Array.from({ length: 501 }, (_, at) => nameOf({ text: `word ${String(at)}`, tag: null, site: null }))
  expect(saidAs(names[0] ?? '')).toEqual({ text: '', tag: null, site: null })
  expect(saidAs(names[500] ?? '').text).toBe('word 500')
})
