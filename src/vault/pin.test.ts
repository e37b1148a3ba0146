import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { toBase64 } from './bytes'
import { countTry, openPin, pinMisses, pinSchema, sealPin, type PinRecord } from './pin'
import { byteFlips, kdf } from './vault.fixtures'

const session = toBase64(new Uint8Array(32).fill(7))
let record: PinRecord
beforeAll(async () => {
  const made = await sealPin(session, '2741', kdf)
  if (made === null) throw new Error('no PIN')
  record = made
})

describe('a PIN', () => {
  it('gives the session back, and no other number does', async () => {
    expect(v.is(pinSchema, record)).toBe(true)
    expect(await openPin(record, '2741')).toBe(session)
    for (const wrong of ['2742', '02741', '27410', '', '２７４１', '2741 ']) expect(await openPin(record, wrong)).toBeNull()
  })

  it.each(['', '123', '1234567890123', 'abcd', '12 34', '-123'])('is not made of %j', async (pin) => {
    expect(await sealPin(session, pin, kdf)).toBeNull()
  })

  it.each(['', 'AAAA', 'not base64'])('is not made around %j', async (text) => {
    expect(await sealPin(text, '2741', kdf)).toBeNull()
  })

  it('is destroyed by the fifth miss, counted before it is judged', () => {
    let left: PinRecord | null = record
    let tries = 0
    while (left !== null) {
      left = countTry(left)
      tries += 1
    }
    expect(tries).toBe(pinMisses)
  })

  it('opens nothing when a byte of it was changed', async () => {
    for (const wrapped of byteFlips(record.wrapped).slice(0, 8).concat(byteFlips(record.wrapped).slice(-8))) {
      expect(await openPin({ ...record, wrapped }, '2741')).toBeNull()
    }
    for (const id of byteFlips(record.id).slice(0, 4)) expect(await openPin({ ...record, id }, '2741')).toBeNull()
  })

  it('shows neither itself nor what it wraps', () => {
    expect(JSON.stringify(record)).not.toContain('2741')
    expect(JSON.stringify(record)).not.toContain(session)
  })
})
