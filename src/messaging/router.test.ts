import { describe, expect, it, vi } from 'vitest'
import { ok } from '../core/result'
import type { MessageSender } from '../platform/runtime'
import { contract, type MessageType } from './contract'
import { createRouter, type Handlers } from './router'

const self = { id: 'farthing', origin: 'chrome-extension://farthing' }
const own: MessageSender = { id: self.id, origin: self.origin, url: `${self.origin}/popup.html` }
const page: MessageSender = { id: self.id, origin: 'https://a.example', url: 'https://a.example/', frameId: 0, tab: { id: 1, url: 'https://a.example/' } }

const types = Object.keys(contract) as MessageType[]

function setUp() {
  const called = vi.fn()
  const handler = (type: MessageType) => async (input: unknown) => {
    called(type, input)
    return ok(null)
  }
  const handlers = Object.fromEntries(types.map((type) => [type, handler(type)])) as unknown as Handlers<null>
  return { called, route: createRouter(handlers, null, self, () => undefined) }
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

  it('hands a well-formed message on', async () => {
    const { called, route } = setUp()
    expect(await route({ type: 'wallet.read', input: {} }, own)).toEqual({ ok: true, value: null })
    expect(called).toHaveBeenCalledExactlyOnceWith('wallet.read', {})
  })

  it('tells nothing of what went wrong inside', async () => {
    const handlers = { 'wallet.read': () => Promise.reject(new Error('secret words here')) } as unknown as Handlers<null>
    const reply = await createRouter(handlers, null, self, () => undefined)({ type: 'wallet.read', input: {} }, own)
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(reply).toMatchObject({ ok: false, code: 'failed' })
  })
})
