// @vitest-environment happy-dom
import { reply } from '../../testing/fake-worker'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DisputeRow } from '../../../messaging/dispute-views'
import { fetchScreens, usdc } from '../testing'
import { freshWorker, open, text } from './testing'
import { disputeRow } from './views.fixtures'

let rows: readonly DisputeRow[]

beforeAll(fetchScreens)

beforeEach(() => {
  rows = []
  freshWorker({ 'disputes.list': () => reply(rows) })
})

describe('all disputes', () => {
  it('say so when there is none', async () => {
    const screen = await open('#/disputes')
    expect(screen.text()).toContain('Nothing here.')
    expect(screen.root.querySelector('.rail-count')).toBeNull()
  })

  it('begin with those that wait for the reader, which the rail counts', async () => {
    rows = [disputeRow({ id: 'a', title: 'Declined', waitsForReader: true }), disputeRow({ id: 'b', title: 'Under way', back: usdc(20_000n) })]
    const screen = await open('#/disputes')
    expect([...screen.root.querySelectorAll('section')].map((group) => group.querySelector('h2')?.textContent)).toEqual(['Waiting for you', 'All others'])
    expect(text(screen, 'section:first-of-type')).toContain('Declined')
    expect(screen.text()).toContain('$0.02 came back')
    expect(text(screen, '.rail-link[aria-current]')).toBe('Disputes1: One waits for you')
  })
})
