import { describe, expect, it } from 'vitest'
import { wrongTriesBeforeOpening } from './told'

/** Oldest first, as it happens; one millisecond apart. */
const told = (...kinds: readonly string[]) => wrongTriesBeforeOpening(kinds.map((kind, at) => ({ kind, at })).reverse())

describe('what is told at an opening', () => {
  it.each([
    [[], null],
    [['unlocked'], null],
    [['failed', 'failed', 'unlocked'], { count: 2, lastAt: 1 }],
    [['failed', 'unlocked', 'unlocked'], null],
    [['failed', 'unlocked', 'failed', 'unlocked', 'proved', 'words-shown'], { count: 1, lastAt: 2 }],
    // A slip of the reader's own in a confirmation, before the next opening.
    [['unlocked', 'failed', 'proved', 'unlocked'], { count: 1, lastAt: 1 }],
    [['unlocked', 'pin-destroyed', 'unlocked'], { count: 1, lastAt: 1 }],
    // Nothing is told before the wallet was opened once.
    [['failed', 'proved'], null],
  ])('after %j is %j', (kinds, expected) => {
    expect(told(...kinds)).toEqual(expected)
  })
})
