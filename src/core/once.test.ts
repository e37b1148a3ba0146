import { expect, test, vi } from 'vitest'
import { once } from './once'

test('nothing is made before it is asked for, and then one', () => {
  const make = vi.fn(() => ({}))
  const made = once(make)
  expect(make).not.toHaveBeenCalled()
  expect(made()).toBe(made())
  expect(make).toHaveBeenCalledOnce()
})

test('what is nothing is made once as well', () => {
  const make = vi.fn(() => undefined)
  const made = once(make)
  made()
  made()
  expect(make).toHaveBeenCalledOnce()
})
