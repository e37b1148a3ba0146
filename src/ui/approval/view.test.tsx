// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApprovalView } from '../../messaging/views'
import { PricesProvider } from '../shared/prices'
import { button, dispatch, FakeWorker, good, later, press, settle, show, type } from '../shared/testing'
import { anyQuote } from './testing'
import { closingDelay } from './use-closing'
import { Approval } from './view'

const accepts = vi.hoisted(() => vi.fn<(click: { readonly detail: number }) => boolean>())
const armedFor = vi.hoisted(() => vi.fn<(shown: string) => object>())
let worker = new FakeWorker()
vi.mock('../../messaging/client', () => ({
  send: (...asked: Parameters<FakeWorker['send']>) => worker.send(...asked),
  onChanged: (listener: Parameters<FakeWorker['onChanged']>[0]) => worker.onChanged(listener),
}))
const opened = vi.hoisted(() => vi.fn<(tab: { readonly url: string }) => Promise<void>>())
vi.mock('../../platform/browser', () => ({
  browser: { i18n: { getUILanguage: () => 'en' }, runtime: { getURL: (path: string) => path }, tabs: { create: opened } },
}))
// Only a person's press is obeyed (arming.test.ts, e2e); here the judgement is given.
vi.mock('./use-arming', () => ({ useArming: (shown: string) => armedFor(shown) }))

const id = '11111111-1111-4111-8111-111111111111'
const proof = '22222222-2222-4222-8222-222222222222'
const head = { host: 'lantern.example', title: 'The lighthouse keeper' }
const close = vi.fn()
beforeEach(() => {
  worker = new FakeWorker()
  worker.answer('settings.read', good({ currency: 'USD' }))
  worker.answer('approval.decline', good(null))
  accepts.mockReset().mockReturnValue(true)
  armedFor.mockReset().mockReturnValue({ phase: 'armed', accepts })
  opened.mockReset().mockResolvedValue(undefined)
  close.mockClear()
  window.close = close
})
afterEach(() => vi.useRealTimers())

const open = (view: ApprovalView) => {
  worker.answer('approval.read', good(view))
  return show(
    <PricesProvider>
      <Approval id={id} />
    </PricesProvider>,
  )
}
const escape = () => dispatch(window, new KeyboardEvent('keydown', { key: 'Escape' }))

describe('a price', () => {
  it('is shown large, exactly, line by line, with payee and what is left', async () => {
    const root = await open({ state: 'ready', quote: anyQuote() })
    expect(root.querySelector('.amount-hero .amount-price')?.textContent).toBe('$0.05')
    expect(root.querySelector('.amount-hero .amount-exact')?.textContent).toBe('0.05 USDC')
    expect([...root.querySelectorAll('.fees tr')].map((row) => row.textContent)).toEqual([
      'Creator receives$0.05',
      'You pay$0.05',
      'Platform sharenot declared by the seller',
      'Network feepaid by the seller',
    ])
    expect(root.querySelector('.payee code')?.textContent).toBe('0x209693Bc6afc0C5328bA36FaF03C514EF312287C')
    expect(root.querySelector('.left')?.textContent).toContain('$4.95')
    expect(document.activeElement?.textContent).toBe('The lighthouse keeper')
  })

  it('is agreed to as exactly the bytes that were shown, once', async () => {
    const quote = anyQuote()
    const root = await open({ state: 'ready', quote })
    worker.answer('approval.agree', later().promise)
    await press(button(root, 'Pay $0.05'))
    expect(button(root, 'Paying').getAttribute('aria-disabled')).toBe('true')
    await press(button(root, 'Paying'))
    expect(worker.asked('approval.agree')).toEqual([{ approval: id, message: quote.message }])
  })

  it('is not agreed to by a press that the arming does not accept', async () => {
    accepts.mockReturnValue(false)
    const root = await open({ state: 'ready', quote: anyQuote() })
    await press(button(root, 'Pay $0.05'))
    expect(worker.asked('approval.agree')).toEqual([])
  })

  it('is never shown in a guessed currency, and there is nothing to press before it is shown', async () => {
    worker.answer('settings.read', later().promise)
    const root = await open({ state: 'ready', quote: anyQuote() })
    expect(root.textContent).not.toContain('$')
    expect(root.querySelector('button')).toBeNull()
  })

  it('that went out of date is asked for again, and said to be', async () => {
    const root = await open({ state: 'ready', quote: anyQuote() })
    worker.answer('approval.agree', { ok: false, code: 'refused', sentence: 'The price on screen is out of date.' })
    worker.answer('approval.refresh', good({ state: 'loading', ...head }))
    await press(button(root, 'Pay $0.05'))
    expect(worker.asked('approval.refresh')).toEqual([{ approval: id }])
    expect(root.textContent).toContain('The price on screen is out of date.')
  })

  it('has the seller’s other prices one press away', async () => {
    const others = [
      { price: { atomic: '500000', decimals: 6, symbol: 'USDC' }, covers: null },
      { price: { atomic: '1500000', decimals: 6, symbol: 'USDC' }, covers: 'month' as const },
    ]
    const root = await open({ state: 'ready', quote: anyQuote({ others }) })
    worker.answer('approval.refresh', good({ state: 'loading', ...head }))
    await press(button(root, 'Choose the offer for $0.50 instead'))
    expect(worker.asked('approval.refresh')).toEqual([{ approval: id, other: 0 }])
    expect(worker.asked('approval.agree')).toEqual([])
    expect(button(root, 'Choose a whole month for $1.50 instead').textContent).toBe('a whole month for $1.50')
  })

  it('whose lines do not add up, or whose bytes cannot be read, has no pay button', async () => {
    for (const broken of [anyQuote({ feeLines: [] }), anyQuote({ message: '0x00' })]) {
      const root = await open({ state: 'ready', quote: broken })
      expect(root.textContent).toContain('You were not charged.')
      expect([...root.querySelectorAll('button')].map((one) => one.textContent)).toEqual(['Not now'])
    }
  })

  it('comes with its reasons above the button, the most important first', async () => {
    const notices = ['rose', 'bought before', 'test money'].map((sentence) => ({ level: 'care' as const, sentence }))
    const root = await open({ state: 'ready', quote: anyQuote({ notices }) })
    expect([...root.querySelectorAll('.approval-actions .notice')].map((one) => one.textContent)).toEqual(['Take care: rose', 'Take care: bought before'])
    expect(root.querySelector('.approval-body .notice')?.textContent).toBe('Take care: test money')
  })

  it('is put away with Escape', async () => {
    await open({ state: 'ready', quote: anyQuote() })
    await escape()
    expect(worker.asked('approval.decline')).toEqual([{ approval: id }])
    expect(close).toHaveBeenCalledOnce()
  })
})

describe('a price that takes a fresh proof', () => {
  const wanted = { ok: false, code: 'step-up', sentence: 'Confirm that it is you.' }
  const ways = [{ slot: 's', kind: 'password', passkey: null }]
  const quote = anyQuote()
  const agreement = { approval: id, message: quote.message }
  const dialog = () => document.querySelector('dialog')
  const prove = async () => {
    const input = document.querySelector<HTMLInputElement>('dialog input')
    const form = document.querySelector('dialog form')
    if (input === null || form === null) throw new Error('nothing to prove with')
    await type(input, 'correct horse')
    await dispatch(form, new Event('submit', { bubbles: true, cancelable: true }))
    await settle()
  }
  beforeEach(() => {
    worker.answer('wallet.read', good({ state: 'unlocked', backedUp: true, ways, waitUntil: null, pin: false }))
    worker.answer('approval.agree', wanted)
    worker.answer('stepUp.begin', good({ id: proof, sentence: 'Pay $0.05 to lantern.example.', ways, code: false }))
    worker.answer('stepUp.prove', good(null))
  })
  const pay = async () => {
    const root = await open({ state: 'ready', quote })
    await press(button(root, 'Pay $0.05'))
    return root
  }

  it('is agreed to as the same bytes once more, with the proof, and only after a press', async () => {
    const root = await open({ state: 'ready', quote })
    expect(worker.asked('stepUp.begin')).toEqual([])
    await press(button(root, 'Pay $0.05'))
    expect(dialog()?.open).toBe(true)
    expect(dialog()?.textContent).toContain('Pay $0.05 to lantern.example.')
    worker.answer('approval.agree', good({ state: 'working', ...head, step: 'paying' }))
    await prove()
    expect(worker.asked('approval.agree')).toEqual([agreement, { ...agreement, stepUp: proof }])
  })

  it('stays as it is with "not now", unpaid, and can be agreed to anew', async () => {
    const root = await pay()
    const notNow = dialog()?.querySelector<HTMLButtonElement>('button[type=button].button-secondary')
    if (notNow !== null && notNow !== undefined) await press(notNow)
    expect(dialog()).toBeNull()
    expect(worker.asked('approval.decline')).toEqual([])
    expect(worker.asked('approval.refresh')).toEqual([])
    expect(worker.asked('approval.agree')).toEqual([agreement])
    await press(button(root, 'Pay $0.05'))
    expect(worker.asked('stepUp.begin')).toHaveLength(2)
  })

  it('is not put away by the Escape that puts the question away', async () => {
    await pay()
    await escape()
    await act(() => void dialog()?.dispatchEvent(new Event('cancel', { cancelable: true })))
    await settle()
    expect(dialog()).toBeNull()
    expect(worker.asked('approval.decline')).toEqual([])
    expect(close).not.toHaveBeenCalled()
  })

  it('has to be seen for its second again after a question lay over it', async () => {
    const root = await pay()
    const [open] = armedFor.mock.calls[0] ?? []
    const [covered] = armedFor.mock.lastCall ?? []
    expect(covered).not.toBe(open)
    const notNow = [...root.querySelectorAll('dialog button')].find((one) => one.textContent === 'Not now')
    if (notNow instanceof HTMLElement) await press(notNow)
    expect(armedFor.mock.lastCall).toEqual([open])
  })

  it('is asked for afresh when the proof is not accepted, and says why', async () => {
    const root = await pay()
    worker.answer('approval.refresh', good({ state: 'loading', ...head }))
    await prove()
    expect(root.textContent).toContain('Confirm that it is you.')
    expect(worker.asked('approval.agree')).toHaveLength(2)
    expect(worker.asked('approval.refresh')).toEqual([{ approval: id }])
  })

  it('takes the question away when the wallet is locked meanwhile', async () => {
    await pay()
    worker.answer('approval.read', good({ state: 'locked', ...head }))
    await worker.changed('wallet')
    await settle()
    expect(dialog()).toBeNull()
    worker.answer('approval.read', good({ state: 'ready', quote }))
    await worker.changed('wallet')
    await settle()
    expect(dialog()).toBeNull()
    expect(worker.asked('approval.agree')).toEqual([agreement])
  })
})

describe('something bought earlier, on a site that has forgotten it', () => {
  const question = { state: 'sign-in', ...head, at: Date.UTC(2026, 10, 12, 12) } as const
  const allow = { approval: id, allow: true }
  const working = { state: 'working', ...head, step: 'checking' } as const
  const priceNow = { state: 'ready', quote: anyQuote() } as const
  const answered = (view: ApprovalView) => {
    worker.answer('approval.signIn', good(view))
    worker.answer('approval.read', good(view))
  }

  it('says when it was bought, who opens it again and what that site learns, and that it costs nothing', async () => {
    const root = await open(question)
    expect(document.activeElement?.textContent).toBe('You bought this on November 12, 2026')
    expect(root.querySelector('.sign-in-piece')?.textContent).toBe('The lighthouse keeper')
    expect(root.textContent).toContain('lantern.example opens it again, free, if it may know that it is you who paid.')
    expect(root.textContent).toContain('This costs nothing.')
    expect(root.textContent).not.toMatch(/\$|\bPay\b/)
    expect([...root.querySelectorAll('button')].map((one) => one.textContent)).toEqual(['Not now', 'Open it again', 'Never on this site'])
  })

  it.each([
    ['Open it again', true],
    ['Never on this site', false],
  ])('is answered once with "%s", however often it is pressed', async (name, allowed) => {
    const root = await open(question)
    const reply = later()
    worker.answer('approval.signIn', reply.promise)
    await act(() => {
      button(root, name).click()
      button(root, name).click()
    })
    await settle()
    for (const one of root.querySelectorAll('button')) if (one.textContent !== 'Not now') await press(one)
    expect(worker.asked('approval.signIn')).toEqual([{ approval: id, allow: allowed }])
    expect([...root.querySelectorAll('button')].map((one) => one.getAttribute('aria-disabled'))).toEqual(['false', 'true', 'true'])
    worker.answer('approval.read', good(working))
    reply.resolve(good(working))
    await settle()
    expect(root.textContent).toContain('Checking what happened')
  })

  it('goes on at once with what comes back, before anything else is asked', async () => {
    const root = await open(question)
    worker.answer('approval.signIn', good(priceNow))
    worker.answer('approval.read', later().promise)
    await press(button(root, 'Open it again'))
    expect(button(root, 'Pay $0.05')).toBeDefined()
    expect(worker.asked('approval.agree')).toEqual([])
  })

  it.each(['Open it again', 'Never on this site'])('is not answered by a press of "%s" that the arming does not accept', async (name) => {
    accepts.mockReturnValue(false)
    const root = await open(question)
    await press(button(root, name))
    expect(worker.asked('approval.signIn')).toEqual([])
    expect(worker.asked('approval.decline')).toEqual([])
  })

  it('says of both answers that they wait, while they do', async () => {
    armedFor.mockReturnValue({ phase: 'arming', accepts })
    const root = await open(question)
    for (const name of ['Open it again', 'Never on this site']) {
      const hint = document.getElementById(button(root, name).getAttribute('aria-describedby') ?? '')
      expect(button(root, name).getAttribute('aria-disabled')).toBe('true')
      expect(hint?.textContent).toContain('in front for a second')
    }
    expect(button(root, 'Not now').getAttribute('aria-disabled')).toBe('false')
  })

  it('has to be seen for its second again when another piece, site or day is asked about underneath', async () => {
    await open(question)
    const seen = new Set([armedFor.mock.lastCall?.[0]])
    for (const change of [{ host: 'other.example' }, { title: 'Knots' }, { at: 0 }]) {
      worker.answer('approval.read', good({ ...question, ...change }))
      await worker.changed('approval')
      await settle()
      seen.add(armedFor.mock.lastCall?.[0])
    }
    expect(seen.size).toBe(4)
  })

  it('says why an answer did not arrive, asks what is to be shown now, and can be answered again', async () => {
    const root = await open(question)
    worker.answer('approval.signIn', { ok: false, code: 'failed', sentence: 'Farthing did not answer.' })
    await press(button(root, 'Open it again'))
    expect(root.querySelector('[role=status]')?.textContent).toContain('Farthing did not answer.')
    expect(worker.asked('approval.read')).toHaveLength(2)
    answered(working)
    await press(button(root, 'Open it again'))
    expect(worker.asked('approval.signIn')).toEqual([allow, allow])
    expect(root.textContent).toContain('Checking what happened')
  })

  it('forgets why an answer failed when it is asked anew', async () => {
    const root = await open(question)
    worker.answer('approval.signIn', { ok: false, code: 'locked', sentence: 'The wallet is locked.' })
    worker.answer('wallet.read', good({ state: 'locked', backedUp: true, ways: [], waitUntil: null, pin: false }))
    worker.answer('approval.read', good({ state: 'locked', ...head }))
    await press(button(root, 'Open it again'))
    expect(root.textContent).toContain('Your wallet is locked')
    worker.answer('approval.read', good(question))
    await worker.changed('wallet')
    await settle()
    expect(button(root, 'Open it again').getAttribute('aria-disabled')).toBe('false')
    expect(root.textContent).not.toContain('The wallet is locked.')
  })

  it('is over when the question is gone underneath, with nothing left to press but closing', async () => {
    const root = await open(question)
    worker.answer('approval.signIn', { ok: false, code: 'refused', sentence: 'This question is over.' })
    worker.answer('approval.read', good({ state: 'gone' }))
    await press(button(root, 'Never on this site'))
    expect([...root.querySelectorAll('button')].map((one) => one.textContent)).toEqual(['Close'])
  })

  it.each([
    ['Escape', escape],
    ['"Not now"', () => press(button(document.body, 'Not now'))],
  ])('is put away with %s, and nothing is remembered', async (_name, leave) => {
    await open(question)
    await leave()
    expect(worker.asked('approval.decline')).toEqual([{ approval: id }])
    expect(worker.asked('approval.signIn')).toEqual([])
    expect(close).toHaveBeenCalledOnce()
  })

  it('keeps a title that runs the other way, or an endless one, apart from the words around it', async () => {
    const title = `\u202eمنارة${'x'.repeat(300)}`
    const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.example`
    const root = await open({ ...question, host, title })
    expect([...root.querySelectorAll('bdi')].map((one) => one.textContent)).toContain(title)
    expect(root.querySelector('.site strong')?.textContent).toBe(host)
    expect(root.querySelector('h1')?.textContent).not.toContain(title)
  })
})

describe('other states', () => {
  it('unlocks and goes on by itself', async () => {
    const ways = [{ slot: 's', kind: 'password', passkey: null }]
    worker.answer('wallet.read', good({ state: 'locked', backedUp: true, ways, waitUntil: null, pin: false }))
    const root = await open({ state: 'locked', ...head })
    expect(root.querySelector('input')).toBe(document.activeElement)
    worker.answer('approval.read', good({ state: 'ready', quote: anyQuote() }))
    await worker.changed('wallet')
    await settle()
    expect(button(root, 'Pay $0.05')).toBeDefined()
  })

  describe('with a wallet that can no longer be read', () => {
    beforeEach(() => worker.answer('wallet.read', good({ state: 'damaged', backedUp: false, ways: [], waitUntil: null, pin: false })))

    it.each<ApprovalView>([{ state: 'locked', ...head }, { state: 'no-wallet' }, { state: 'ready', quote: anyQuote() }])(
      'nothing can be agreed to while %j, and the money is spoken of first',
      async (view) => {
        const root = await open(view)
        expect(root.textContent).toMatch(/You were not charged\..*Your money is safe where it is/)
        expect([...root.querySelectorAll('button')].map((one) => one.textContent)).toEqual(['Not now', 'Bring it back with the twelve words'])
        await press(button(root, 'Bring it back with the twelve words'))
        expect(opened).toHaveBeenCalledExactlyOnceWith({ url: 'onboarding.html#restore' })
        expect(worker.asked('approval.decline')).toEqual([{ approval: id }])
      },
    )

    it('what came of a payment is still said', async () => {
      const root = await open({ state: 'done', outcome: 'unknown', sentence: 'Not known yet.', paymentId: 'p', tip: false, offer: null })
      expect(root.textContent).toContain('Not known yet.')
      expect(root.textContent).not.toContain('You were not charged.')
    })
  })

  it('refuses with a sentence and a way out', async () => {
    const root = await open({ state: 'refused', ...head, sentence: 'You have $0.02; this costs $0.05.', remedy: 'top-up' })
    expect(root.querySelector('[role=alert]')?.textContent).toContain('You have $0.02; this costs $0.05.')
    await press(button(root, 'Add money'))
    expect(opened).toHaveBeenCalledWith({ url: 'dashboard.html#/overview' })
  })

  it('keeps asking while something is under way, in case no event comes', async () => {
    vi.useFakeTimers()
    await open({ state: 'working', ...head, step: 'paying' })
    worker.answer('approval.read', good({ state: 'done', outcome: 'unknown', sentence: 'Not known yet.', paymentId: 'p', tip: false, offer: null }))
    await act(async () => {
      await vi.advanceTimersByTimeAsync(2000)
    })
    expect(document.body.textContent).toContain('Not known yet.')
  })

  it('goes after a delivery, a moment later', async () => {
    vi.useFakeTimers()
    await open({ state: 'done', outcome: 'delivered', sentence: 'Paid.', paymentId: 'p', tip: false, offer: null })
    vi.advanceTimersByTime(closingDelay - 1)
    expect(close).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(close).toHaveBeenCalledOnce()
  })

  it('stays when the reader touches it', async () => {
    vi.useFakeTimers()
    await open({ state: 'done', outcome: 'delivered', sentence: 'Paid.', paymentId: 'p', tip: false, offer: null })
    window.dispatchEvent(new Event('pointerdown'))
    vi.advanceTimersByTime(60_000)
    expect(close).not.toHaveBeenCalled()
  })

  it.each(['undelivered', 'unknown', 'refused', 'not-charged'] as const)('stays after %s, which has to be read', async (outcome) => {
    vi.useFakeTimers()
    const root = await open({ state: 'done', outcome, sentence: 'Read me.', paymentId: 'p', tip: false, offer: null })
    vi.advanceTimersByTime(60_000)
    expect(close).not.toHaveBeenCalled()
    await act(() => {
      button(root, 'Show in history').click()
    })
    expect(opened).toHaveBeenCalledWith({ url: 'dashboard.html#/history/p' })
  })

  it('asks nothing for a window without a question', async () => {
    const root = await show(<Approval id={null} />)
    expect(root.textContent).toContain('This question is over.')
    expect(worker.sent).toEqual([])
  })
})
