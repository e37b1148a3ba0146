// @vitest-environment happy-dom
import { reply, type FakeWorker } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DisputeDetail } from '../../../messaging/dispute-views'
import type { AllowanceView, BlockedSiteView } from '../../../messaging/views'
import { fetchScreens, usdc } from '../testing'
import { at, done, freshWorker, open, press, text } from './testing'
import { disputeDetail, disputeId } from './views.fixtures'

let worker: FakeWorker
let dispute: DisputeDetail | null
let allowances: readonly AllowanceView[]
let blocked: readonly BlockedSiteView[]

beforeAll(fetchScreens)

beforeEach(() => {
  dispute = disputeDetail({})
  allowances = []
  blocked = []
  worker = freshWorker({
    'allowances.read': () => reply(allowances),
    'allowances.end': () => reply([]),
    'watch.blocked': () => reply(blocked),
    'watch.block': () => reply((blocked = [{ site: 'harbour.example', at: 0 }])),
    'watch.unblock': () => reply((blocked = [])),
    'disputes.read': ({ country }) => reply(dispute === null ? null : { ...dispute, outside: { ...dispute.outside, country, bodies: country === 'DE' ? [{ id: 'de-1', name: 'A board', what: 'Free, by mail.', url: 'https://board.example' }] : [] } }),
    'disputes.refresh': done,
    'disputes.note': done,
    'disputes.counter': done,
    'disputes.escalate': done,
    'disputes.close': done,
    'disputes.save': () => reply({ name: 'dispute.json', text: '{}' }),
  })
})

describe('one dispute', () => {
  const read = () => open(`#/disputes/${disputeId}`)

  it('says first what becomes of the money, then what was asked, what came back and what is next', async () => {
    dispute = disputeDetail({ back: usdc(20_000n) })
    const screen = await read()
    const places = ['The seller still has the money.', 'Asked back', '$0.05', 'Came back', '$0.02', '10 March 2026.'].map((sentence) => at(screen, sentence))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    await press(screen, 'Ask again now')
    expect(worker.inputs('disputes.refresh')).toEqual([{ dispute: disputeId }])
  })

  it('says when there is none', async () => {
    dispute = null
    expect((await read()).text()).toContain('There is no such request')
  })

  it.each([
    [true, '✓', 'They agree'],
    [false, '✕', 'They do not agree'],
    [null, '?', 'Not known yet'],
  ])('sets the seller’s word beside the payments, with mark and word: %s', async (agrees, mark, word) => {
    dispute = disputeDetail({ answer: { said: '<b>It is paid.</b>', checked: 'Nothing arrived.', isClaim: true, agrees } })
    const screen = await read()
    expect(text(screen, '.agrees')).toBe(`${mark}${word}`)
    expect(text(screen, '.sides')).toContain('<b>It is paid.</b>')
    expect(screen.root.querySelector('.sides b')).toBeNull()
  })

  it('warns of a record that was changed', async () => {
    dispute = disputeDetail({ isIntact: false })
    expect(text(await read(), '[role=alert]')).toContain('This record was changed')
  })

  it('asks about money that may be the refund, each by itself', async () => {
    dispute = disputeDetail({ candidates: [{ key: 'x', amount: usdc(20_000n), at: 0, explorer: 'javascript:alert(1)' }, { key: 'y', amount: usdc(50_000n), at: 0, explorer: null }] })
    const screen = await read()
    const [, no] = [...screen.root.querySelectorAll<HTMLElement>('.candidate:last-child button')]
    expect(no?.getAttribute('aria-label')).toMatch(/^No, something else: 0\.05 USDC, on /)
    await act(() => no?.click())
    await screen.settle()
    expect(worker.inputs('refunds.answer')).toEqual([{ payment: dispute.payment, candidate: 'y', isIt: false }])
    expect(screen.root.querySelectorAll('.candidate a')).toHaveLength(0)
  })

  it('offers what can be done, and nothing else', async () => {
    dispute = disputeDetail({ can: { refresh: false, markSent: false, markAnswered: false, counter: false, escalate: false, close: false } })
    const screen = await read()
    const names = [...screen.root.querySelectorAll('main button')].map((button) => button.textContent)
    expect(names).toEqual(['Block this site', 'Save the file', 'Print'])
    expect(screen.text()).not.toContain('No one can take this money back')
  })

  it('takes one answer to a no, with words in it', async () => {
    dispute = disputeDetail({ state: 'denied', can: { ...disputeDetail({}).can, counter: true } })
    const screen = await read()
    await press(screen, 'Send this answer')
    expect(screen.text()).toContain('Write a few words first.')
    await screen.type('Your answer', 'It never came.')
    await press(screen, 'Send this answer')
    expect(worker.inputs('disputes.counter')).toEqual([{ dispute: disputeId, words: 'It never came.' }])
  })

  it('takes the answer to a no by letter too', async () => {
    dispute = disputeDetail({ state: 'denied', way: 'letter', can: { ...disputeDetail({}).can, counter: true } })
    const screen = await read()
    await screen.type('Your answer', 'It never came.')
    await press(screen, 'Keep this and write the letter')
    expect(worker.inputs('disputes.counter')).toEqual([{ dispute: disputeId, words: 'It never came.' }])
  })

  it('says what stands in the way of seeing the money, and looks where nobody can be asked', async () => {
    dispute = disputeDetail({ way: 'letter', unseen: 'The money could not be found yet.' })
    const screen = await read()
    expect(screen.text()).toContain('The money could not be found yet.')
    await press(screen, 'Look again now')
    expect(worker.inputs('disputes.refresh')).toEqual([{ dispute: disputeId }])
  })

  it('notes what happened to a letter', async () => {
    dispute = disputeDetail({ way: 'letter', can: { ...disputeDetail({}).can, markSent: true, markAnswered: true } })
    const screen = await read()
    expect(screen.text()).toContain('never needs your twelve words')
    for (const name of ['I have sent the letter', 'The seller agreed', 'The seller said no']) await press(screen, name)
    expect(worker.inputs('disputes.note')).toEqual(['sent', 'accepted', 'denied'].map((what) => ({ dispute: disputeId, what })))
  })

  it('shows the letter too where the seller’s server cannot be reached', async () => {
    dispute = disputeDetail({ can: { ...disputeDetail({}).can, markSent: true } })
    expect(text(await read(), '[aria-label="Your letter"]')).toBe('Dear seller')
  })

  it('names bodies outside by the country the reader chooses, and keeps the page where it is', async () => {
    dispute = disputeDetail({ state: 'no-response', can: { ...disputeDetail({}).can, escalate: true } })
    const screen = await read()
    const select = screen.root.querySelector('select')
    expect([...(select?.options ?? [])].map((option) => option.textContent)).toEqual(['Choose a country', 'Austria', 'Germany'])
    await act(() => {
      if (select === null) return
      select.selectedIndex = 2
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await screen.settle()
    expect(screen.text()).toContain('The seller still has the money.')
    expect(screen.button('Open the site of A board').getAttribute('href')).toBe('https://board.example/')
    await press(screen, 'I turned to them: A board')
    expect(worker.inputs('disputes.escalate')).toEqual([{ dispute: disputeId, to: 'de-1' }])
  })

  it('ends a standing yes for the site, and says what else can be done here', async () => {
    const facts = { perPayment: usdc(1n), perDay: usdc(1n), used: usdc(0n), until: 0 }
    allowances = [{ id: 'no', site: 'arbour.example', ...facts }, { id: 'yes', site: 'harbour.example', ...facts }]
    const screen = await read()
    await press(screen, 'Always ask on this site')
    expect(worker.inputs('allowances.end')).toEqual([{ id: 'yes' }])
    allowances = []
    expect((await read()).text()).toContain('You are asked each time before anything is paid on this site.')
  })

  it('blocks the site, says so, and opens it again', async () => {
    const screen = await read()
    await press(screen, 'Block this site')
    expect(worker.inputs('watch.block')).toEqual([{ payment: dispute?.payment }])
    expect(screen.text()).toContain('You have blocked this site. Nothing is paid here until you open it again.')
    await press(screen, 'Open it again')
    expect(worker.inputs('watch.unblock')).toEqual([{ site: 'harbour.example' }])
    expect(screen.text()).not.toContain('You have blocked this site.')
  })

  it('saves the file and ends it', async () => {
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    const screen = await read()
    await press(screen, 'Save the file')
    expect([made, clicked].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
    expect(screen.text()).toContain('Saved as dispute.json.')
    await press(screen, 'Let it rest')
    expect(worker.inputs('disputes.close')).toEqual([{ dispute: disputeId, outcome: 'abandoned' }])
    vi.restoreAllMocks()
  })
})
