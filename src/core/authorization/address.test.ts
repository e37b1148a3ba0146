import fc from 'fast-check'
import { getAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { toHex, type Address } from '../hex'
import { parseAddress, toChecksumAddress } from './address'

const anyAddress = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes): Address => toHex(bytes))

describe('addresses', () => {
  it('spells the examples of EIP-55', () => {
    const examples = [
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
      '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
      '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
    ]
    for (const example of examples) {
      const read = parseAddress(example)
      expect(read).toBe(example.toLowerCase())
      expect(read && toChecksumAddress(read)).toBe(example)
    }
  })

  it('spells every address as an independent implementation does', () => {
    fc.assert(fc.property(anyAddress, (address) => toChecksumAddress(address) === getAddress(address)))
  })

  it('accepts all lower and all upper case', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(parseAddress(address)).toBe(address)
        expect(parseAddress(`0x${address.slice(2).toUpperCase()}`)).toBe(address)
      }),
    )
  })

  it('refuses one letter in the wrong case', () => {
    fc.assert(
      fc.property(anyAddress, fc.nat(39), (address, at) => {
        const right = toChecksumAddress(address)
        const letter = right.charAt(at + 2)
        const turned = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
        const wrong = right.slice(0, at + 2) + turned + right.slice(at + 3)
        const uncased = wrong.slice(2) === wrong.slice(2).toLowerCase() || wrong.slice(2) === wrong.slice(2).toUpperCase()
        fc.pre(wrong !== right && !uncased)
        expect(parseAddress(wrong)).toBeNull()
      }),
    )
  })

  it.each(['', '0x', '0x00', `0x${'0'.repeat(39)}`, `0x${'0'.repeat(41)}`, `0X${'a'.repeat(40)}`, 'a'.repeat(42), `0x${'g'.repeat(40)}`, ` 0x${'a'.repeat(40)}`, `0x${'a'.repeat(40)}\n`])(
    'refuses %j',
    (text) => expect(parseAddress(text)).toBeNull(),
  )
})
