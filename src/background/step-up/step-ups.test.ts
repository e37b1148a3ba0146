import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Authority } from '../../vault/authority'
import { actOf, proofMs, StepUps } from './step-ups'

const act = actOf('slots.remove', { slot: 'a' })
const authority = () => ({ wipe: vi.fn() }) as unknown as Authority & { wipe: ReturnType<typeof vi.fn> }

let now = 0
beforeEach(() => {
  now = 1_000
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

function proved(given = authority()) {
  const proofs = new StepUps(() => now)
  const id = proofs.begin(act, 'Show the twelve words.')
  expect(proofs.proved(id, given)).toBe(true)
  return { proofs, id, given }
}

describe('a fresh proof', () => {
  it('is good for its message, once', () => {
    const { proofs, id, given } = proved()
    expect(proofs.take(id, act)).toEqual({ ok: true, value: given })
    expect(given.wipe, 'the message still needs it').not.toHaveBeenCalled()
    expect(proofs.take(id, act)).toEqual({ ok: false, error: 'none' })
  })

  it.each([
    actOf('slots.remove', { slot: 'b' }),
    actOf('words.read', { slot: 'a' }),
    actOf('slots.remove', {}),
  ])('is worthless for %s, and spent by the attempt', (other) => {
    const { proofs, id, given } = proved()
    expect(proofs.take(id, other)).toEqual({ ok: false, error: 'other-act' })
    expect(given.wipe).toHaveBeenCalledOnce()
    expect(proofs.take(id, act)).toEqual({ ok: false, error: 'none' })
  })

  it('is too old after two minutes, whether or not a timer ran', () => {
    const { proofs, id, given } = proved()
    now += proofMs
    expect(proofs.take(id, act)).toEqual({ ok: false, error: 'none' })
    expect(given.wipe).toHaveBeenCalledOnce()
  })

  it('is wiped after two minutes by itself', () => {
    const { proofs, id, given } = proved()
    vi.advanceTimersByTime(proofMs)
    expect(given.wipe).toHaveBeenCalledOnce()
    expect(proofs.take(id, act)).toEqual({ ok: false, error: 'none' })
  })

  it('is no proof before it was given', () => {
    const proofs = new StepUps(() => now)
    const id = proofs.begin(act, 'Show the twelve words.')
    expect(proofs.take(id, act)).toEqual({ ok: false, error: 'none' })
    const late = authority()
    expect(proofs.proved(id, late), 'an attempt without it ends the question').toBe(false)
    expect(late.wipe).toHaveBeenCalledOnce()
  })

  it('cannot be exchanged for another', () => {
    const { proofs, id, given } = proved()
    const second = authority()
    expect(proofs.proved(id, second)).toBe(false)
    expect(second.wipe).toHaveBeenCalledOnce()
    expect(proofs.take(id, act)).toEqual({ ok: true, value: given })
  })

  it('dies when the wallet is locked', () => {
    const { proofs, id, given } = proved()
    proofs.clear()
    expect(given.wipe).toHaveBeenCalledOnce()
    expect(proofs.take(id, act)).toEqual({ ok: false, error: 'none' })
  })

  it('is pushed out and wiped by a flood of questions', () => {
    const { proofs, id, given } = proved()
    for (let asked = 0; asked < 20; asked += 1) proofs.begin(act, 'Show the twelve words.')
    expect(given.wipe).toHaveBeenCalledOnce()
    expect(proofs.take(id, act)).toEqual({ ok: false, error: 'none' })
  })

  it('belongs to a message without the name of the proof', () => {
    expect(actOf('words.read', { stepUp: 'x' })).toBe(actOf('words.read', {}))
    expect(actOf('settings.change', { currency: 'EUR', stepUp: undefined })).toBe(actOf('settings.change', { currency: 'EUR' }))
  })
})
