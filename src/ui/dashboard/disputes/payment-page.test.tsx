// @vitest-environment happy-dom
import { reply, type FakeWorker } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RefundLookView } from '../../../messaging/dispute-views'
import { fetchScreens, paymentDetail, usdc } from '../testing'
import { begin, freshWorker, id, known, open, press } from './testing'
import { disputeId } from './views.fixtures'

let worker: FakeWorker
let looked: RefundLookView

beforeAll(fetchScreens)

beforeEach(() => {
  looked = { sentence: 'Nothing has come back for this so far.', found: null, candidates: [] }
  worker = freshWorker({ 'refunds.look': () => reply(looked) })
})

describe('the page of a payment', () => {
  it('leads to the first question', async () => {
    const screen = await open(`#/history/${id()}`)
    expect(screen.button('Something went wrong').getAttribute('href')).toBe(begin())
    expect(screen.text()).not.toContain('Came back')
  })

  it('says what came back, and how it stands with what was asked', async () => {
    known.payment = paymentDetail({ refunded: usdc(20_000n), dispute: { id: disputeId, status: 'Partly back' } })
    const screen = await open(`#/history/${id()}`)
    expect(screen.text()).toContain('Came back: $0.02')
    expect(screen.text()).toContain('You asked for money back. Partly back.')
    expect(screen.button('See how it stands').getAttribute('href')).toBe(`#/disputes/${disputeId}`)
  })
})

describe('money that comes back without being asked for', () => {
  const candidate = { key: 'x', amount: usdc(50_000n), at: 0, explorer: null }

  it('is looked for when the reader wants to know, and asked about where it is not certain', async () => {
    const screen = await open(`#/history/${id()}`)
    expect(worker.inputs('refunds.look')).toEqual([])
    looked = { sentence: 'You can tell whether it is.', found: null, candidates: [candidate] }
    await press(screen, 'Has money come back?')
    expect(worker.inputs('refunds.look')).toEqual([{ payment: id() }])
    expect(screen.text()).toContain('You can tell whether it is.')
    await act(() => screen.root.querySelector<HTMLElement>('.candidate button')?.click())
    await screen.settle()
    expect(worker.inputs('refunds.answer')).toEqual([{ payment: id(), candidate: 'x', isIt: true }])
    expect(screen.text()).toContain('Noted.')
    expect(screen.root.querySelector('.candidate')).toBeNull()
  })

  it('is not looked for where nothing was charged', async () => {
    known.payment = paymentDetail({ state: 'void' })
    expect((await open(`#/history/${id()}`)).text()).not.toContain('Has money come back?')
  })
})
