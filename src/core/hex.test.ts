import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromHex, isAddress, isBytes32, isHex, toHex } from './hex'

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromHex(toHex(bytes))).toEqual(bytes)
      expect(fromHex(`0x${toHex(bytes).slice(2).toUpperCase()}`)).toEqual(bytes)
      expect(isHex(toHex(bytes))).toBe(true)
    }),
  )
})

it.each(['', '0', 'aa', '0xa', '0xaaa', '0xgg', '0Xaa', ' 0xaa', '0xaa ', '0xaa\n', '0x-1'])('refuses %j', (text) => {
  expect(fromHex(text)).toBeNull()
  expect(isHex(text)).toBe(false)
})

it('knows lengths and case', () => {
  expect(isAddress(`0x${'a'.repeat(40)}`)).toBe(true)
  expect(isAddress(`0x${'A'.repeat(40)}`)).toBe(false)
  expect(isAddress(`0x${'a'.repeat(40)}\n`)).toBe(false)
  expect(isBytes32(`0x${'0'.repeat(64)}`)).toBe(true)
  expect(isBytes32(`0x${'0'.repeat(62)}`)).toBe(false)
})
