import { describe, expect, it } from 'vitest'
import { titleMark } from './title-mark'

describe('the mark of a title', () => {
  it('is the same however it is set', () => {
    expect(titleMark('The Harbour at Night')).toBe(titleMark('  the harbour – AT night! '))
    expect(titleMark('Caf\u00e9')).toBe(titleMark('Cafe\u0301'))
  })

  it('differs where a letter or a number does', () => {
    expect(titleMark('Part 1')).not.toBe(titleMark('Part 2'))
    expect(titleMark('ab c')).not.toBe(titleMark('a bc'))
  })

  it('is FNV-1a, which others have as well', () => {
    expect(titleMark('foobar')).toBe(0xbf9cf968)
  })

  it('is none where there is nothing to know again', () => {
    for (const nothing of ['', '   ', '…!?']) expect(titleMark(nothing)).toBeNull()
  })
})
