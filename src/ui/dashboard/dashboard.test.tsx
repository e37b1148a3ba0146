// @vitest-environment happy-dom
import { fakeWorker, reply } from '../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AccountView, PaymentDetail, PaymentRow, SecurityView, WalletView, Way } from '../../messaging/views'
import { PricesProvider } from '../shared/prices'
import { show } from '../testing/screen'
import { Dashboard } from './dashboard'
import { noTotals } from './overview/totals.fixtures'
import { account, fetchScreens, historyRow, limits, passkeyWay, passwordWay, payment, paymentDetail, searched, security, settings, unlocked, usdc } from './testing'

let worker: ReturnType<typeof fakeWorker>
let wallet: WalletView['state']
let backedUp: boolean
let ways: readonly Way[]
let rows: readonly PaymentRow[]
let detail: PaymentDetail | null
let purse: AccountView
let door: SecurityView

beforeAll(fetchScreens)

beforeEach(() => {
  wallet = 'unlocked'
  backedUp = true
  ways = unlocked.ways
  rows = []
  detail = null
  purse = account
  door = security
  location.hash = ''
  worker = fakeWorker({
    'wallet.read': () => reply({ ...unlocked, state: wallet, backedUp, ways }),
    'wallet.unlock': ({ factor }) => {
      if (factor.kind !== 'password' || factor.password !== 'right') return { ok: false, code: 'wrong-factor', sentence: 'That is not the password.' }
      wallet = 'unlocked'
      return reply(null)
    },
    'wallet.lock': () => {
      wallet = 'locked'
      return reply(null)
    },
    'account.read': () => reply(purse),
    'security.read': () => reply(door),
    'history.totals': () => reply(noTotals),
    'limits.read': () => reply(limits),
    'settings.read': () => reply(settings),
    'payments.list': ({ before, limit }) => {
      const from = before ?? rows.length
      const page = rows.slice(rows.length - from, rows.length - from + limit)
      return reply({ rows: page, next: from > limit ? from - limit : null })
    },
    'history.search': (input) => searched(rows.map(historyRow), input),
    'payments.read': () => reply(detail),
    'payments.retry': () => reply(null),
  })
})

const open = async (hash = '') => {
  location.hash = hash
  return show(
    <PricesProvider>
      <Dashboard />
    </PricesProvider>,
  )
}

describe('wrong tries', () => {
  const opened = { at: 9, kind: 'unlocked', way: 'password' } as const
  const failed = (at: number) => ({ at, kind: 'failed', way: null }) as const

  it('before the last opening are told on the first page, with a way to see when', async () => {
    door = { ...security, events: [opened, failed(Date.UTC(2026, 10, 24, 8, 15)), failed(2)] }
    const screen = await open()
    expect(screen.text()).toContain('there were 2 wrong tries, the last')
    expect(screen.text()).toContain('24 Nov 2026')
    expect(screen.button('See when').getAttribute('href')).toBe('#/security')
  })

  it('of an earlier time are not told again', async () => {
    door = { ...security, events: [opened, { ...opened, at: 8 }, failed(2)] }
    expect((await open()).text()).not.toContain('wrong tr')
  })
})

describe('the door', () => {
  it('shows nothing of the purse while locked, and opens with the password alone', async () => {
    wallet = 'locked'
    rows = [payment({ title: 'Notes on bread' })]
    const screen = await open('#/history')
    expect(worker.sent.map(({ type }) => type)).not.toContain('history.search')
    await screen.type('Password', 'wrong')
    await screen.click('Unlock')
    expect(screen.text()).toContain('That is not the password.')
    await screen.type('Password', 'right')
    await screen.click('Unlock')
    expect(screen.text()).toContain('Notes on bread')
  })

  it('asks first for what the popup sent the reader here for', async () => {
    wallet = 'locked'
    ways = [passwordWay, passkeyWay]
    const screen = await open('#/unlock/passkey')
    expect(screen.text()).toContain('Your browser will ask for your passkey.')
    expect(screen.root.querySelector('input')).toBeNull()
    await screen.click('Use the password')
    expect(screen.field('Password')).toBeDefined()
  })

  it('closes at once when the wallet is locked, here or elsewhere', async () => {
    rows = [payment({ title: 'Notes on bread' })]
    const screen = await open()
    await screen.click('Lock')
    worker.changed('wallet')
    await screen.settle()
    expect(screen.text()).toContain('Your wallet is locked')
    expect(screen.text()).not.toContain('Notes on bread')
  })

  it('leads to the beginning where there is no wallet', async () => {
    wallet = 'none'
    expect((await open()).text()).toContain('There is no wallet yet')
  })

  it('says where the money is when the wallet can no longer be read, and asks for nothing that is in it', async () => {
    wallet = 'damaged'
    const screen = await open()
    expect(screen.text()).toMatch(/can no longer be read\..*Your money is safe where it is.*may be missing/)
    expect(screen.button('Bring it back with the twelve words')).toBeDefined()
    expect(worker.sent.map(({ type }) => type)).toEqual(['wallet.read', 'settings.read', 'rates.read'])
  })
})

describe('overview', () => {
  it('shows the balance, what is set aside, and the address', async () => {
    purse = { ...account, balance: { state: 'known', total: usdc(12_340_000n), available: usdc(12_290_000n), reserved: usdc(50_000n) } }
    const screen = await open()
    expect(screen.root.querySelector('.amount-price')?.textContent).toBe('$12.34')
    expect(screen.text()).toContain('$0.05 of it is set aside')
    expect(screen.text()).toContain('$12.29 is free to spend')
    expect(screen.root.querySelector('.address-code')?.textContent).toBe(account.address)
  })

  it('adds up several purses, and says what is in the one that pays wherever no other does', async () => {
    purse = { ...account, balance: { state: 'known', total: usdc(4_950_000n), available: usdc(4_950_000n), reserved: usdc(0n) }, purses: { name: 'Main purse', total: usdc(5_900_000n), unseen: 0 } }
    const several = await open()
    expect(several.root.querySelector('.purse .amount-price')?.textContent).toBe('$5.90')
    expect(several.text()).toContain('$4.95 of it is in “Main purse”, which pays wherever you gave no other purse. The others are as they were last seen.')
  })

  it('still shows where money goes when the balance cannot be read', async () => {
    purse = { ...account, balance: { state: 'unknown', sentence: 'Your balance cannot be read right now.' } }
    const screen = await open()
    expect(screen.text()).toContain('Your balance cannot be read right now.')
    expect(screen.root.querySelector('.address-code')?.textContent).toBe(account.address)
    await screen.click('Look again')
    expect(worker.inputs('account.read')).toHaveLength(2)
  })

  it('leads to Security, in one line, while the twelve words are not confirmed', async () => {
    backedUp = false
    const screen = await open()
    expect(screen.button('Write them down').getAttribute('href')).toBe('#/security')
    backedUp = true
    worker.changed('wallet')
    await screen.settle()
    expect(screen.text()).not.toContain('twelve words')
  })

  it('asks a week later whether the words can be found, and not before, and not when they were never written down', async () => {
    const question = 'A week ago you wrote down twelve words.'
    door = { ...security, drillDueAt: Date.now() + 60_000 }
    expect((await open()).text()).not.toContain(question)
    door = { ...security, drillDueAt: Date.now() - 1 }
    expect((await open()).text()).toContain(question)
    backedUp = false
    expect((await open()).text()).not.toContain(question)
  })

  it('keeps payments under way apart from those that ended', async () => {
    rows = [payment({ title: 'On its way', state: 'sent' }), payment({ title: 'Arrived', state: 'delivered' })]
    const screen = await open()
    const groups = Array.from(screen.root.querySelectorAll('section:has(.payments)'), (group) => group.textContent)
    expect(groups).toHaveLength(2)
    expect(groups[0]).toContain('On its way')
    expect(groups[1]).toContain('Arrived')
  })
})

describe('payments that need attention', () => {
  const underWay = (root: HTMLElement) => Array.from(root.querySelectorAll('section'), (group) => group).find((group) => group.querySelector('h2')?.textContent === 'Under way')
  const undelivered = { state: 'undelivered', status: 'Paid, not delivered', tone: 'care' } as const

  it('each say what happens next, newest first, and only what never came can be tried again', async () => {
    rows = [
      payment({ title: 'A', state: 'unknown' }),
      payment({ title: 'B' }),
      payment({ title: 'C', ...undelivered }),
      payment({ title: 'D', state: 'void', status: 'Not charged' }),
      payment({ title: 'E', state: 'refused' }),
    ]
    const screen = await open()
    const lines = Array.from(underWay(screen.root)?.querySelectorAll('tbody tr') ?? [], (line) => [line.querySelector('.payment-title')?.textContent, line.querySelector('.payment-next > p')?.textContent])
    expect(lines).toEqual([
      ['A', 'Farthing is finding out. Nothing more is paid meanwhile.'],
      ['C', 'Opening it again is free.'],
      ['E', 'Farthing makes sure that nothing was taken. Nothing is paid meanwhile.'],
    ])
    expect(Array.from(screen.root.querySelectorAll('.payment-next button'), (one) => one.getAttribute('aria-label'))).toEqual(['Try again, free: C'])
    expect(screen.text()).toContain('The money is free again.')
  })

  it.each([[[]], [[payment({})]]])('have no place where there are none: %#', async (some: readonly PaymentRow[]) => {
    rows = some
    expect(underWay((await open()).root)).toBeUndefined()
  })

  it('are found behind many newer ones that ended', async () => {
    rows = [...Array.from({ length: 60 }, () => payment({})), payment({ title: 'Long ago', ...undelivered })]
    expect(underWay((await open()).root)?.textContent).toContain('Long ago')
  })

  it('are tried again for themselves alone, once at a time, and leave when they came', async () => {
    const [first, second] = [payment({ title: 'First', ...undelivered }), payment({ title: 'Second', ...undelivered })]
    rows = [first, second]
    const screen = await open()
    const again = screen.button('Try again, free: Second')
    await act(() => {
      again.click()
      again.click()
    })
    await screen.settle()
    expect(worker.inputs('payments.retry')).toEqual([{ id: second.id }])
    rows = [first, { ...second, state: 'delivered', status: 'Paid', tone: 'good' }]
    worker.changed('payments')
    await screen.settle()
    expect(underWay(screen.root)?.textContent).not.toContain('Second')
    expect(() => screen.button('Try again, free: Second')).toThrow()
  })
})

describe('one payment', () => {
  const told = {
    sentence: 'The page took the payment but sent nothing. Opening it again costs nothing.',
    page: 'https://kitchen.example/bread',
    covers: 'For everything on this site for a day, the seller says.',
    converted: 'Shown to you as €0.045, an estimate: 1 USDC was €0.90, as Chainlink told it on 3 March 2026.',
    canRetry: true,
  } as const

  it('says what happened to the money before anything else', async () => {
    detail = paymentDetail({ ...payment({ title: 'Notes on bread' }), ...told })
    const screen = await open(`#/history/${detail.id}`)
    const text = screen.root.querySelector('.receipt')?.textContent ?? ''
    expect(text.indexOf(told.sentence)).toBeGreaterThanOrEqual(0)
    expect(text.indexOf(told.sentence)).toBeLessThan(text.indexOf('$0.05'))
    expect(screen.root.querySelector('h1')?.textContent).toBe('Notes on bread')
    expect(document.title, 'browsers write down what tabs are called').toBe('A payment · Farthing')
  })

  it('says what a pass is for, and that nobody was asked, where that is so', async () => {
    detail = paymentDetail({ ...payment({ unasked: true }), ...told })
    const screen = await open(`#/history/${detail.id}`)
    expect(screen.text()).toContain(told.covers)
    expect(screen.text()).toContain(told.converted)
    expect(screen.text()).toContain('Paid without a question, as you had allowed for this site.')
    detail = { ...detail, covers: null, unasked: false }
    worker.changed('payments')
    await screen.settle()
    expect(screen.text()).not.toContain(told.covers)
    expect(screen.text()).not.toContain('Paid without a question')
  })

  it('gives a proof of itself to others, once it was paid', async () => {
    const label = 'Save proof: a page that others can open and check, without Farthing'
    detail = paymentDetail({ ...payment({}), ...told })
    const screen = await open(`#/history/${detail.id}`)
    await screen.click(label)
    expect(worker.inputs('export.begin')).toEqual([{ wanted: { kind: 'receipts', from: null, to: null, payment: detail.id } }])
    detail = { ...detail, state: 'void' }
    worker.changed('payments')
    await screen.settle()
    expect(() => screen.button(label)).toThrow()
  })

  it('offers to try again only where that costs nothing', async () => {
    detail = paymentDetail({ ...payment({}), ...told })
    const screen = await open(`#/history/${detail.id}`)
    await screen.click('Try again, free')
    expect(worker.inputs('payments.retry')).toEqual([{ id: detail.id }])
    detail = { ...detail, canRetry: false }
    worker.changed('payments')
    await screen.settle()
    expect(screen.text()).not.toContain('Try again, free')
  })

  it.each([
    ['seller', '✓', 'From the seller'],
    ['stranger', '?', 'From somebody else'],
    ['differs', '✕', 'Does not match'],
    ['none', '–', 'Missing'],
  ] as const)('says what signed statements are worth by sentence, mark and word: %s', async (worth, mark, word) => {
    const receipt = { worth, sentence: '<b>Signed</b> by \u202esomebody.' }
    detail = paymentDetail({ ...payment({}), ...told, receipt })
    const screen = await open(`#/history/${detail.id}`)
    const lines = Array.from(screen.root.querySelectorAll('.facts > div'), (line) => line.textContent)
    expect(lines).toContain(`Signed price–Missing: ${detail.offer.sentence}`)
    expect(lines).toContain(`Signed receipt${mark}${word}: ${receipt.sentence}`)
    expect(screen.root.querySelector(`.evidence-${worth} .evidence-mark`)?.getAttribute('aria-hidden')).toBe('true')
    expect(screen.root.querySelector('.facts b')).toBeNull()
  })

  it('never links to what a page or an explorer could run', async () => {
    detail = paymentDetail({ ...payment({}), ...told, page: 'javascript:alert(1)', explorer: 'data:text/html,x' })
    const screen = await open(`#/history/${detail.id}`)
    const links = Array.from(screen.root.querySelectorAll('main a'), (link) => link.getAttribute('href'))
    expect(links).toEqual(['#/history', `#/disputes/new?payment=${detail.id}`])
  })

  it('says when there is none', async () => {
    expect((await open('#/history/00000000-0000-0000-0000-000000000000')).text()).toContain('There is no such payment')
  })
})
