import { describe, expect, it, vi } from 'vitest'
import { err, ok } from '../core/result'
import type { MessageSender } from '../platform/runtime'
import { contract, type MessageType } from './contract'
import { createRouter, type Guard, type Handlers, type Proof } from './router'

const self = { id: 'farthing', origin: 'chrome-extension://farthing' }
const own: MessageSender = { id: self.id, origin: self.origin, url: `${self.origin}/popup.html` }
const page: MessageSender = { id: self.id, origin: 'https://a.example', url: 'https://a.example/', frameId: 0, tab: { id: 1, url: 'https://a.example/' } }

const types = Object.keys(contract) as MessageType[]

const open: Guard<Proof> = async () => ok(null)
const speaking = (): Promise<void> => Promise.resolve()

function setUp(guard = open, known = speaking) {
  const called = vi.fn()
  const handler = (type: MessageType) => async (input: unknown, _app: unknown, _sender: unknown, proof: Proof | null) => {
    called(type, input, proof)
    return ok(null)
  }
  const handlers = Object.fromEntries(types.map((type) => [type, handler(type)])) as unknown as Handlers<null, Proof>
  return { called, route: createRouter(handlers, null, self, () => undefined, guard, known) }
}

describe('the router', () => {
  it.each(types.filter((type) => contract[type].from === 'own'))('never lets a page send %s', async (type) => {
    const { called, route } = setUp()
    expect(await route({ type, input: {} }, page)).toMatchObject({ ok: false, code: 'forbidden' })
    expect(called).not.toHaveBeenCalled()
  })

  it.each(types)('refuses %s with a member too many', async (type) => {
    const { called, route } = setUp()
    const reply = await route({ type, input: { surprise: 1 } }, contract[type].from === 'own' ? own : page)
    expect(reply).toMatchObject({ ok: false, code: 'malformed' })
    expect(called).not.toHaveBeenCalled()
  })

  it.each([null, 'x', 7, {}, { type: 'toString' }, { type: '__proto__', input: {} }, { type: 'wallet.steal', input: {} }])(
    'leaves %j alone',
    (message) => {
      expect(setUp().route(message, own)).toBeUndefined()
    },
  )

  it.each([
    ['a stranger', { type: 'wallet.read', input: {} }, page],
    ['a malformed message', { type: 'wallet.read', input: { surprise: 1 } }, own],
    ['a good one', { type: 'wallet.read', input: {} }, own],
  ])('answers %s in no language before it is known which', async (_, message, sender) => {
    let know = (): void => undefined
    const known = new Promise<void>((resolve) => {
      know = resolve
    })
    const answered = vi.fn()
    void setUp(open, () => known).route(message, sender)?.then(answered)
    await new Promise((resolve) => setTimeout(resolve))
    expect(answered).not.toHaveBeenCalled()
    know()
    await vi.waitFor(() => expect(answered).toHaveBeenCalledOnce())
  })

  it('hands a well-formed message on', async () => {
    const { called, route } = setUp()
    expect(await route({ type: 'wallet.read', input: {} }, own)).toEqual({ ok: true, value: null })
    expect(called).toHaveBeenCalledExactlyOnceWith('wallet.read', {}, null)
  })

  it('tells nothing of what went wrong inside', async () => {
    const handlers = { 'wallet.read': () => Promise.reject(new Error('secret words here')) } as unknown as Handlers<null, Proof>
    const reply = await createRouter(handlers, null, self, () => undefined, open, speaking)({ type: 'wallet.read', input: {} }, own)
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(reply).toMatchObject({ ok: false, code: 'failed' })
  })

  it('asks the guard first: what it refuses is never handled', async () => {
    const { called, route } = setUp(async () => err({ code: 'step-up', sentence: 'Confirm that it is you.' }))
    expect(await route({ type: 'words.read', input: {} }, own)).toEqual({ ok: false, code: 'step-up', sentence: 'Confirm that it is you.' })
    expect(called).not.toHaveBeenCalled()
  })

  it.each([true, false])('hands a proof on and wipes it afterwards, also when the handler fails: %s', async (fails) => {
    const proof = { wipe: vi.fn() }
    const handled = async (_input: unknown, _app: unknown, _sender: unknown, given: Proof | null) => {
      expect(given).toBe(proof)
      expect(proof.wipe).not.toHaveBeenCalled()
      if (fails) throw new Error('broken')
      return ok(null)
    }
    const handlers = { 'words.read': handled } as unknown as Handlers<null, Proof>
    const reply = await createRouter(handlers, null, self, () => undefined, async () => ok(proof), speaking)({ type: 'words.read', input: {} }, own)
    expect(reply).toMatchObject({ ok: !fails })
    expect(proof.wipe).toHaveBeenCalledOnce()
  })
})
