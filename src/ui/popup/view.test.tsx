// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageItemView, PageView, WalletView, Way } from '../../messaging/views'
import { PricesProvider } from '../shared/prices'
import { button, dispatch, FakeWorker, good, later, press, settle, show } from '../shared/testing'
import { Popup } from './view'

let worker = new FakeWorker()
vi.mock('../../messaging/client', () => ({
  send: (...asked: Parameters<FakeWorker['send']>) => worker.send(...asked),
  onChanged: (listener: Parameters<FakeWorker['onChanged']>[0]) => worker.onChanged(listener),
}))
const opened = vi.hoisted(() => vi.fn<(tab: { readonly url: string }) => Promise<void>>())
const asked = vi.hoisted(() => vi.fn<(sites: object) => Promise<boolean>>())
vi.mock('../../platform/browser', () => ({
  browser: { i18n: { getUILanguage: () => 'en' }, runtime: { getURL: (path: string) => path }, tabs: { create: opened }, permissions: { request: asked } },
}))

const password: Way = { slot: 'a', kind: 'password', passkey: null }
const passkey: Way = { slot: 'b', kind: 'passkey', passkey: { credential: 'Y3JlZGVudGlhbA==', salt: 'c2FsdA==', rpId: null } }
const recovery: Way = { slot: 'c', kind: 'recovery', passkey: null }
const lockedWith = (...ways: Way[]): WalletView => ({ state: 'locked', backedUp: true, ways, waitUntil: null, pin: false })

const usdc = (atomic: string) => ({ atomic, decimals: 6, symbol: 'USDC' })
const item = (changes: Partial<PageItemView>): PageItemView => ({
  item: 'a',
  kind: 'document',
  title: 'Knots',
  state: 'offer',
  price: usdc('50000'),
  sentence: null,
  undo: false,
  ...changes,
})
const page = (...items: PageItemView[]): PageView => ({ host: 'lantern.example', items, closed: [], named: [], wished: null, tip: null })
const subscription = { asks: 'subscription', sentence: 'This site sells subscriptions.' } as const
const payment = { asks: 'payment', sentence: 'This site sells through Supertab.' } as const
const tip = { asks: 'tip', sentence: 'This page takes tips.' } as const
const robots = { asks: 'robots', sentence: 'This site sells licences to robots.' } as const
const row = { id: 'p1', at: 0, title: 'Knots', host: 'lantern.example', kind: 'document', amount: usdc('50000'), state: 'delivered', status: 'Paid', tone: 'good' }

/** A dollar was spent today, and the month leaves more than the day. */
const spent = (left: string) => ({ held: usdc('0'), paid: usdc('1000000'), left: usdc(left) })
const limits = { limits: {}, used: { day: spent('4000000'), month: spent('29000000'), tipDay: spent('5000000') }, sites: [] }

const close = vi.fn()
beforeEach(() => {
  worker = new FakeWorker()
  worker.answer('settings.read', good({ currency: 'USD' }))
  worker.answer('wallet.read', good({ state: 'unlocked', backedUp: true, ways: [password], waitUntil: null, pin: false }))
  worker.answer('tab.read', good(page(item({}))))
  worker.answer('limits.read', good(limits))
  worker.answer('account.read', good({ balance: { state: 'known', total: usdc('5000000'), available: usdc('4950000'), reserved: usdc('50000') }, purses: null }))
  worker.answer('payments.list', good({ rows: [row], next: null }))
  asked.mockReset()
  opened.mockReset().mockResolvedValue(undefined)
  close.mockClear()
  window.close = close
})
const open = () =>
  show(
    <PricesProvider>
      <Popup />
    </PricesProvider>,
  )

describe('the popup', () => {
  it('offers to begin where there is no wallet, and asks nothing else', async () => {
    worker.answer('wallet.read', good({ state: 'none', backedUp: false, ways: [], waitUntil: null, pin: false }))
    const root = await open()
    await press(button(root, 'Begin'))
    expect(opened).toHaveBeenCalledWith({ url: 'onboarding.html' })
    expect(worker.asked('tab.read')).toEqual([])
  })

  it('shows nothing but a password field while locked', async () => {
    worker.answer('wallet.read', good(lockedWith(password)))
    const root = await open()
    expect(root.querySelector('input[type=password]')).not.toBeNull()
    expect(root.textContent).not.toMatch(/\$|Knots|Paid/)
    expect(worker.sent.map(({ type }) => type)).not.toContain('payments.list')
  })

  it('goes to a tab for a passkey: the browser\'s own question would close this window', async () => {
    worker.answer('wallet.read', good(lockedWith(passkey)))
    const root = await open()
    expect(root.querySelectorAll('.button-primary')).toHaveLength(1)
    await press(button(root, 'Go on in a tab'))
    expect(opened).toHaveBeenCalledExactlyOnceWith({ url: 'dashboard.html#/unlock/passkey' })
    expect(close).toHaveBeenCalledOnce()
  })

  it('opens with a password or a recovery code right here, and leads to a tab only for the rest', async () => {
    worker.answer('wallet.read', good(lockedWith(passkey, password, recovery)))
    const root = await open()
    expect(root.querySelector('input[type=password]')).not.toBeNull()
    await press(button(root, 'Use a recovery code'))
    expect(root.querySelector('input[type=text]')).not.toBeNull()
    expect(opened).not.toHaveBeenCalled()
    await press(button(root, 'Use a passkey'))
    expect(opened).toHaveBeenCalledExactlyOnceWith({ url: 'dashboard.html#/unlock/passkey' })
  })

  it('asks for the PIN while there is one, and leads to a tab for a passkey as before', async () => {
    worker.answer('wallet.read', good({ ...lockedWith(passkey, password), pin: true }))
    const root = await open()
    expect([...root.querySelectorAll('label')].map((label) => label.textContent)).toEqual(['PIN'])
    await press(button(root, 'Use a passkey'))
    expect(opened).toHaveBeenCalledExactlyOnceWith({ url: 'dashboard.html#/unlock/passkey' })
  })

  it('leads to the twelve words where the wallet can no longer be read: the money first', async () => {
    worker.answer('wallet.read', good({ state: 'damaged', backedUp: false, ways: [], waitUntil: null, pin: false }))
    const root = await open()
    expect(root.textContent).toMatch(/can no longer be read\..*Your money is safe where it is/)
    expect(worker.asked('tab.read')).toEqual([])
    await press(button(root, 'Bring it back with the twelve words'))
    expect(opened).toHaveBeenCalledExactlyOnceWith({ url: 'onboarding.html#restore' })
    expect(close).toHaveBeenCalledOnce()
  })

  it('shows the page, the purse and the last payments', async () => {
    const root = await open()
    expect(root.querySelector('.this-page')?.textContent).toContain('$0.05')
    expect(root.querySelector('.purse')?.textContent).toContain('$4.95')
    expect(root.querySelector('.purse')?.textContent).toContain('$0.05 more is set aside')
    expect(root.querySelector('.recent')?.textContent).toContain('Paid')
  })

  it('says nothing of disputes while none waits for the reader, nor where they cannot be read', async () => {
    worker.answer('disputes.list', good([{ id: 'd1', waitsForReader: false }]))
    expect((await open()).querySelector('.popup-disputes')).toBeNull()
    worker.answer('disputes.list', { ok: false, code: 'failed', sentence: 'No.' })
    expect((await open()).textContent).not.toMatch(/money back|No\./)
  })

  it('leads to the dispute that waits for the reader, or to all of them', async () => {
    worker.answer('disputes.list', good([{ id: 'd1', waitsForReader: true }, { id: 'd2', waitsForReader: false }]))
    await press(button(await open(), 'See how it stands'))
    worker.answer('disputes.list', good([{ id: 'd1', waitsForReader: true }, { id: 'd2', waitsForReader: true }]))
    const root = await open()
    expect(root.textContent).toContain('2 requests for money back wait for you.')
    await press(button(root, 'See how it stands'))
    expect(opened.mock.calls.map(([{ url }]) => url)).toEqual(['dashboard.html#/disputes/d1', 'dashboard.html#/disputes'])
  })

  it('opens the question and puts itself away', async () => {
    worker.answer('tab.open', good({ approval: 'x' }))
    const root = await open()
    await press(button(root, 'Unlock for $0.05: Knots'))
    expect(worker.asked('tab.open')).toEqual([{ item: 'a' }])
    expect(close).toHaveBeenCalledOnce()
  })

  it('stays and says why when the question cannot be opened', async () => {
    worker.answer('tab.open', { ok: false, code: 'refused', sentence: 'The page is no longer open.' })
    const root = await open()
    await press(button(root, 'Unlock for $0.05: Knots'))
    expect(root.querySelector('[role=alert]')?.textContent).toContain('The page is no longer open.')
    expect(close).not.toHaveBeenCalled()
  })

  it.each<[string, PageView, string]>([
    ['nothing to pay', page(), 'Nothing to pay on lantern.example.'],
    ['a page of the browser', { host: null, items: [], closed: [], named: [], wished: null, tip: null }, 'This is a page of the browser itself.'],
    ['a price being looked up', page(item({ state: 'loading', price: null })), 'Looking up the price'],
    ['a refusal', page(item({ state: 'refused', price: null, sentence: 'The price is not a proper amount.' })), 'The price is not a proper amount.'],
    ['a payment on its way', page(item({ state: 'working', price: null })), 'Your payment is on its way'],
  ])('says it in words: %s', async (_name, view, sentence) => {
    worker.answer('tab.read', good(view))
    const root = await open()
    expect(root.querySelector('.this-page')?.textContent).toContain(sentence)
    expect(root.querySelector('.this-page button')).toBeNull()
  })

  it.each<[string, PageView['named'], string, readonly string[]]>([
    ['what keeps the reader out, before what does not', [subscription, tip, robots], 'lantern.exampleThis site sells subscriptions.', [tip.sentence, robots.sentence]],
    ['the first of several', [payment, subscription], 'lantern.exampleThis site sells through Supertab.', []],
    ['that nothing has to be paid where only gifts are taken', [tip], 'Nothing to pay on lantern.example.', [tip.sentence]],
    ['that nothing has to be paid where only robots pay', [robots], 'Nothing to pay on lantern.example.', [robots.sentence]],
  ])('says in a page that sells nothing: %s', async (_name, named, sentence, asides) => {
    worker.answer('tab.read', good({ ...page(), named }))
    const root = await open()
    expect(root.querySelector('.this-page')?.textContent).toBe(sentence + asides.join(''))
    expect(Array.from(root.querySelectorAll('.aside.small'), ({ textContent }) => textContent)).toEqual(asides)
    expect(root.querySelector('.this-page button')).toBeNull()
  })

  it('says a refusal first, then what else keeps the reader out', async () => {
    const refused = item({ state: 'refused', price: null, sentence: 'The site does not say how much.' })
    worker.answer('tab.read', good({ ...page(refused), named: [subscription], wished: false }))
    const root = await open()
    expect(root.querySelector('.this-page')?.textContent).toMatch(/does not say how much\..*sells subscriptions\./)
    expect(button(root, 'I would have paid for this article')).toBeDefined()
  })

  it('notes a wish with one press, says so, and takes it back with another; the focus stays', async () => {
    const walled = (wished: boolean) => good({ ...page(), named: [subscription], wished })
    worker.answer('tab.read', walled(false))
    worker.answer('wish.add', good(null))
    worker.answer('wish.undo', good(null))
    const root = await open()
    expect(root.querySelector('.wish')?.textContent).toContain('Kept on this device only.')
    const wish = button(root, 'I would have paid for this article')
    wish.focus()
    worker.answer('tab.read', walled(true))
    await press(wish)
    expect(root.querySelector('.wish [role=status]')?.textContent).toBe('Noted.')
    expect(document.activeElement?.textContent).toBe('Undo')
    worker.answer('tab.read', walled(false))
    await press(button(root, 'Undo: I would not have paid for this article'))
    expect(root.querySelector('.wish [role=status]')?.textContent).toBe('')
    expect(document.activeElement?.textContent).toBe('I would have paid for this article')
    expect(worker.sent.filter(({ type }) => type.startsWith('wish'))).toEqual([
      { type: 'wish.add', input: {} },
      { type: 'wish.undo', input: {} },
    ])
  })

  it('says why a wish could not be noted', async () => {
    worker.answer('tab.read', good({ ...page(), named: [subscription], wished: false }))
    worker.answer('wish.add', { ok: false, code: 'refused', sentence: 'The page has changed meanwhile.' })
    const root = await open()
    await press(button(root, 'I would have paid for this article'))
    expect(root.querySelector('.wish [role=alert]')?.textContent).toContain('The page has changed meanwhile.')
    expect(root.querySelector('.wish [role=status]')?.textContent).toBe('')
  })

  it('offers a tip where the page names a place for it, and puts itself away once the question is open', async () => {
    worker.answer('tab.read', good({ ...page(), tip: { title: 'Tip Ada', host: 'ada.example', closed: null } }))
    worker.answer('tab.tip', good({ approval: 'q' }))
    const root = await open()
    const tip = button(root, 'Tip Ada. Leave a tip; prices come from ada.example')
    expect(tip.textContent).toBe('Tip Ada')
    await press(tip)
    expect(worker.asked('tab.tip')).toEqual([{}])
    expect(close).toHaveBeenCalledOnce()
  })

  it('has the browser ask for leave, straight from the press, where it does not let Farthing ask a site', async () => {
    const closed = ['https://lantern.example/*', 'https://pay.lantern.example/*']
    asked.mockResolvedValue(true)
    worker.answer('tab.read', good({ ...page(item({ state: 'refused', price: null, sentence: 'Allow it first.' })), closed }))
    const root = await open()
    await dispatch(button(root, 'Allow on this site'), new MouseEvent('click', { bubbles: true }))
    expect(asked.mock.calls).toEqual([[{ origins: closed }]])
  })

  it('has the browser ask for leave before a place for tips is asked, where that is missing', async () => {
    asked.mockResolvedValue(true)
    worker.answer('tab.read', good({ ...page(), tip: { title: 'Tip Ada', host: 'ada.example', closed: 'https://ada.example/*' } }))
    worker.answer('tab.tip', good({ approval: 'q' }))
    const root = await open()
    await dispatch(button(root, 'Tip Ada. Leave a tip; prices come from ada.example'), new MouseEvent('click', { bubbles: true }))
    expect(asked.mock.calls).toEqual([[{ origins: ['https://ada.example/*'] }]])
    await settle()
    expect(worker.asked('tab.tip')).toEqual([{}])
  })

  it('asks the browser for nothing where all may be asked', async () => {
    await press(button(await open(), 'Unlock for $0.05: Knots'))
    expect(asked).not.toHaveBeenCalled()
  })

  it('can stop what is about to be paid without a question', async () => {
    worker.answer('tab.read', good(page(item({ state: 'working', price: null, sentence: 'It is paid in a moment.', undo: true }))))
    worker.answer('tab.undo', good(null))
    const root = await open()
    expect(root.textContent).toContain('It is paid in a moment.')
    await press(button(root, 'Stop: Knots'))
    expect(worker.asked('tab.undo')).toEqual([{ item: 'a' }])
  })

  it('opens again what is owned, free', async () => {
    worker.answer('tab.read', good(page(item({ state: 'owned', price: null, sentence: 'It is yours to keep.' }))))
    worker.answer('tab.open', good({ approval: 'x' }))
    const root = await open()
    await press(button(root, 'Open it again, free: Knots'))
    expect(worker.asked('tab.open')).toEqual([{ item: 'a' }])
  })

  it('says when the balance cannot be read, and asks again when told to', async () => {
    worker.answer('account.read', good({ balance: { state: 'unknown', sentence: 'Your balance cannot be read right now.' }, purses: null }))
    const root = await open()
    expect(root.querySelector('.purse')?.textContent).toContain('Your balance cannot be read right now.')
    await press(button(root, 'Try again'))
    expect(worker.asked('account.read')).toHaveLength(2)
  })

  it('says which of several purses pays here, and what is in all of them', async () => {
    worker.answer('account.read', good({ balance: { state: 'known', total: usdc('950000'), available: usdc('950000'), reserved: usdc('0') }, purses: { name: 'Newspapers', total: usdc('5900000'), unseen: 1 } }))
    const root = await open()
    const purse = root.querySelector('.purse')?.textContent ?? ''
    expect(worker.asked('account.read')).toEqual([{ here: true }])
    expect(purse).toContain('In “Newspapers”, which pays here')
    expect(purse).toContain('$0.95')
    expect(purse).toContain('$5.90 in all your purses, as last seen. One was not looked at yet.')
  })

  it('says nothing of purses where there is one', async () => {
    const root = await open()
    expect(root.querySelector('.purse')?.textContent).toContain('In your purse')
    expect(root.querySelector('.purse')?.textContent).not.toContain('purses')
  })

  it('shows nothing of the purse until the page was looked at, so that nothing moves', async () => {
    const reply = later()
    worker.answer('tab.read', reply.promise)
    const root = await open()
    expect(root.querySelector('.purse')).toBeNull()
    reply.resolve(good(page()))
    await settle()
    expect(root.querySelector('.purse')).not.toBeNull()
  })

  it.each([
    ['sent', 'Farthing is finding out. Nothing more is paid meanwhile.'],
    ['unknown', 'Farthing is finding out. Nothing more is paid meanwhile.'],
    ['refused', 'Nothing is paid meanwhile.'],
    ['void', 'The money is free again.'],
  ])('says what happens next to a payment that is %s, with nothing to press', async (state, sentence) => {
    worker.answer('payments.list', good({ rows: [{ ...row, state }], next: null }))
    const root = await open()
    expect(root.querySelector('.recent .payment-next')?.textContent).toContain(sentence)
    expect(root.querySelectorAll('.recent button')).toHaveLength(1)
  })

  it('says nothing more of what was paid and arrived', async () => {
    expect((await open()).querySelector('.payment-next')).toBeNull()
  })

  it('fetches what was paid and never came, free, once at a time, and stays where it is', async () => {
    worker.answer('payments.list', good({ rows: [{ ...row, state: 'undelivered', status: 'Paid, not delivered', tone: 'care' }], next: null }))
    const reply = later()
    worker.answer('payments.retry', reply.promise)
    const root = await open()
    expect(root.querySelector('.recent')?.textContent).toContain('Opening it again is free.')
    await press(button(root, 'Try again, free: Knots'))
    await press(button(root, 'Trying again: Knots'))
    expect(worker.asked('payments.retry')).toEqual([{ id: 'p1' }])
    expect(opened).not.toHaveBeenCalled()
    reply.resolve({ ok: false, code: 'failed', sentence: 'Farthing did not answer.' })
    await settle()
    expect(root.querySelector('.payment-next [role=status]')?.textContent).toContain('Farthing did not answer.')
    await press(button(root, 'Try again, free: Knots'))
    expect(worker.asked('payments.retry')).toHaveLength(2)
  })

  it('keeps titles that run the other way apart from amount and status', async () => {
    worker.answer('payments.list', good({ rows: [{ ...row, title: '\u202eמגדלור' }], next: null }))
    expect((await open()).querySelector('.payment bdi')?.textContent).toBe('\u202eמגדלור')
  })

  it('locks', async () => {
    worker.answer('wallet.lock', good(null))
    const root = await open()
    worker.answer('wallet.read', good(lockedWith(password)))
    await press(button(root, 'Lock'))
    expect(root.querySelector('input[type=password]')).not.toBeNull()
    expect(root.textContent).not.toMatch(/\$|Knots/)
  })

  it('opens a payment in the history', async () => {
    const root = await open()
    const payment = root.querySelector<HTMLButtonElement>('.payment')
    if (payment !== null) await press(payment)
    expect(opened).toHaveBeenCalledWith({ url: 'dashboard.html#/history/p1' })
  })
})
