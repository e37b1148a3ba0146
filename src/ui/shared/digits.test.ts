import { describe, expect, it } from 'vitest'
import { readCode, readPin } from './digits'

describe('a confirmation code', () => {
  it.each(['123456', ' 123 456 ', '123-456', '0\t0 0 0 0 0'])('is read from %j', (text) => {
    expect(readCode(text)).toMatch(/^[0-9]{6}$/)
  })

  it.each(['', '12345', '1234567', '12345a', '12345６', '１２３４５６', '1234.6', '+12345'])('is not read from %j', (text) => {
    expect(readCode(text)).toBeNull()
  })
})

describe('a PIN', () => {
  it.each([
    ['0000', '0000'],
    ['1234 5678 9012', '123456789012'],
  ])('is read from %j', (text, pin) => {
    expect(readPin(text)).toBe(pin)
  })

  it.each(['', '123', '1234567890123', '12e4', '-'])('is not read from %j', (text) => {
    expect(readPin(text)).toBeNull()
  })
})
