// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest'
import { askAhead, sendOrTake } from './ahead'
import { FakeWorker, good, later } from './testing'

let worker = new FakeWorker()
/** Listeners are there for the life of a page. */
let changed: (topic: 'payments' | 'wallet') => void = () => undefined
vi.mock('../../messaging/client', () => ({
  send: (...asked: Parameters<FakeWorker['send']>) => worker.send(...asked),
  onChanged: (listener: typeof changed) => {
    changed = listener
    return () => undefined
  },
}))
beforeEach(() => {
  worker = new FakeWorker()
})

const ask = () => sendOrTake('payments.read', { id: 'a' })
const asked = () => worker.sent.length

it('takes what was asked ahead, once', async () => {
  worker.answer('payments.read', good({ title: 'Knots' }))
  askAhead('payments.read', { id: 'a' })
  expect(await ask()).toMatchObject({ ok: true, value: { title: 'Knots' } })
  expect(asked()).toBe(1)
  worker.answer('payments.read', good({ title: 'Bread' }))
  expect(await ask()).toMatchObject({ value: { title: 'Bread' } })
  expect(asked()).toBe(2)
})

it('waits for an answer that is on its way', async () => {
  const slow = later()
  worker.answer('payments.read', slow.promise)
  askAhead('payments.read', { id: 'a' })
  const taken = ask()
  slow.resolve(good({ title: 'Knots' }))
  expect(await taken).toMatchObject({ value: { title: 'Knots' } })
  expect(asked()).toBe(1)
})

it('asks for something else itself', async () => {
  worker.answer('payments.read', good(null))
  askAhead('payments.read', { id: 'b' })
  await ask()
  expect(asked()).toBe(2)
  await sendOrTake('payments.read', { id: 'b' })
  expect(asked()).toBe(2)
})

it('asks again where it was refused: the wallet was locked then', async () => {
  worker.answer('payments.read', { ok: false, code: 'locked', sentence: 'Locked.' })
  askAhead('payments.read', { id: 'a' })
  worker.answer('payments.read', good({ title: 'Knots' }))
  expect(await ask()).toMatchObject({ ok: true, value: { title: 'Knots' } })
})

it.each(['payments', 'wallet'] as const)('has nothing ready any more when the worker says that %s changed', async (topic) => {
  worker.answer('payments.read', good({ title: 'Knots' }))
  askAhead('payments.read', { id: 'a' })
  changed(topic)
  worker.answer('payments.read', good({ title: 'Bread' }))
  expect(await ask()).toMatchObject({ value: { title: 'Bread' } })
})
