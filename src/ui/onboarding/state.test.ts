import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstStep, next, previous, stepPlace, wouldLoseWords, type Onboarding, type OnboardingEvent } from './state'

const words = 'able bird coin dawn echo farm gold hill iron jazz kite lamp'.split(' ')
const walk = (events: readonly OnboardingEvent[]) => events.reduce(next, firstStep)

const created: OnboardingEvent[] = [{ type: 'started', path: 'new' }, { type: 'created', words }]
const backedUp: OnboardingEvent[] = [...created, { type: 'written-down' }, { type: 'answered' }]
const restoring: OnboardingEvent[] = [{ type: 'started', path: 'restore' }, { type: 'password-chosen', password: 'secret' }]
const madeAt = Date.UTC(2026, 10, 25, 12)
const broughtBack: OnboardingEvent[] = [{ type: 'started', path: 'backup' }, { type: 'brought-back', madeAt }]

describe('onboarding', () => {
  it('leads a new wallet over the words and the answers to the end', () => {
    expect(walk(created).step).toBe('words')
    expect(walk(backedUp).step).toBe('access')
    expect(walk([...backedUp, { type: 'access-chosen' }])).toEqual({ step: 'try' })
    expect(walk([...backedUp, { type: 'access-chosen' }, { type: 'tried' }])).toEqual({ step: 'done', madeAt: null })
  })

  it('lets the words wait, and forgets them on the way', () => {
    const later: OnboardingEvent[] = [...created, { type: 'postponed' }]
    expect(walk(later)).toEqual({ step: 'access', words, madeAt: null })
    expect(walk([...later, { type: 'back' }])).toEqual({ step: 'words', words })
    expect(JSON.stringify(walk([...later, { type: 'access-chosen' }]))).not.toContain('able')
    expect(walk([...restoring, { type: 'postponed' }]).step).toBe('restore')
  })

  it('leads a restored wallet past the words', () => {
    expect(walk(restoring)).toEqual({ step: 'restore', password: 'secret' })
    expect(walk([...restoring, { type: 'restored' }])).toEqual({ step: 'access', words: null, madeAt: null })
  })

  it('leads a wallet from a backup file past the password and the words, in steps that count', () => {
    const ways = broughtBack.concat({ type: 'access-chosen' })
    expect(ways.map((_, at) => walk(ways.slice(0, at + 1)))).toEqual([
      { step: 'backup' },
      { step: 'access', words: null, madeAt },
      { step: 'done', madeAt },
    ])
    expect(ways.map((_, at) => stepPlace(walk(ways.slice(0, at + 1))))).toEqual([2, 3, 4].map((step) => ({ step, of: 4 })))
    expect(walk([...ways, { type: 'back' }])).toEqual({ step: 'access', words: null, madeAt })
    expect(walk([{ type: 'started', path: 'backup' }, { type: 'back' }])).toEqual(firstStep)
  })

  it('goes on with a wallet that came back while the reader went elsewhere, and never away from one that was made', () => {
    const late: OnboardingEvent = { type: 'brought-back', madeAt }
    expect(walk([{ type: 'started', path: 'backup' }, { type: 'back' }, late]).step).toBe('access')
    expect(walk([...restoring, late])).toEqual({ step: 'access', words: null, madeAt })
    expect(walk([...created, late])).toEqual({ step: 'words', words })
    expect(walk([...backedUp, late])).toEqual({ step: 'access', words, madeAt: null })
  })

  it('never skips the answers on the way of a new wallet', () => {
    expect(walk([...created, { type: 'answered' }]).step).toBe('words')
    expect(walk([...created, { type: 'access-chosen' }]).step).toBe('words')
    expect(walk([...created, { type: 'restored' }]).step).toBe('words')
  })

  it('goes back one thought at a time, and keeps the words for it', () => {
    expect(walk([...created, { type: 'written-down' }, { type: 'back' }])).toEqual({ step: 'words', words })
    expect(walk([...backedUp, { type: 'back' }])).toEqual({ step: 'words', words })
    expect(walk([...restoring, { type: 'back' }])).toEqual({ step: 'password', path: 'restore', password: 'secret' })
    expect(walk([{ type: 'started', path: 'new' }, { type: 'back' }])).toEqual(firstStep)
  })

  it('never goes back to before a wallet that exists', () => {
    expect(walk([...created, { type: 'back' }]).step).toBe('words')
    expect(previous({ step: 'access', words: null, madeAt: null })).toBeNull()
    expect(previous(walk(broughtBack))).toBeNull()
  })

  it('holds no words and no password once it is done', () => {
    const done = walk([...backedUp, { type: 'access-chosen' }, { type: 'tried' }])
    expect(JSON.stringify(done)).not.toContain('able')
    expect(JSON.stringify(next(done, { type: 'back' }))).not.toContain('able')
    expect(JSON.stringify(walk([...restoring, { type: 'restored' }]))).not.toContain('secret')
  })

  it('has five steps at most, wherever one wanders', () => {
    const events: OnboardingEvent[] = [
      ...created,
      { type: 'started', path: 'restore' },
      { type: 'password-chosen', password: 'p' },
      { type: 'written-down' },
      { type: 'answered' },
      { type: 'restored' },
      ...broughtBack,
      { type: 'access-chosen' },
      { type: 'postponed' },
      { type: 'tried' },
      { type: 'back' },
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), (wandering) => {
        const at = walk(wandering)
        const { step, of } = stepPlace(at)
        expect(step).toBeGreaterThanOrEqual(1)
        expect(step).toBeLessThanOrEqual(of)
        expect(of).toBeLessThanOrEqual(5)
        if (step > 1 && at.step !== 'words') expect(previous(at) !== null || at.step === 'access').toBe(true)
      }),
    )
  })
})

it('warns before words are lost, and only then', () => {
  const steps: Onboarding[] = [firstStep, { step: 'words', words }, { step: 'asked', words }, { step: 'access', words, madeAt: null }, { step: 'try' }, { step: 'done', madeAt: null }]
  expect(steps.map(wouldLoseWords)).toEqual([false, true, true, false, false, false])
})
