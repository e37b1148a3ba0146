// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { problems } from '../../../core/dispute/problem'
import type { Reply } from '../../../messaging/contract'
import type { AssessmentView, DisputeDetail, DisputeDraftView, DisputeRow, RefundLookView } from '../../../messaging/dispute-views'
import type { AllowanceView, BlockedSiteView, PaymentDetail } from '../../../messaging/views'
import { PricesProvider } from '../../shared/prices'
import { show, type Screen } from '../../testing/screen'
import { Dashboard } from '../dashboard'
import { fetchScreens, limits, paymentDetail, payment as paymentRow, security, settings, unlocked, usdc } from '../testing'
import { assessment, disputeDetail, disputeId, disputeRow, preview, terms } from './views.fixtures'

let worker: ReturnType<typeof fakeWorker>
let payment: PaymentDetail | null
let found: AssessmentView
let rows: readonly DisputeRow[]
let drafts: readonly DisputeDraftView[]
let dispute: DisputeDetail | null
let allowances: readonly AllowanceView[]
let blocked: readonly BlockedSiteView[]
let filed: Reply<'disputes.file'>
let looked: RefundLookView

const done = () => reply(null)

beforeAll(fetchScreens)

beforeEach(() => {
  payment = paymentDetail({ title: 'Pylons' })
  found = assessment({})
  rows = []
  drafts = []
  dispute = disputeDetail({})
  allowances = []
  blocked = []
  looked = { sentence: 'Nothing has come back for this so far.', found: null, candidates: [] }
  filed = reply({ dispute: disputeId })
  location.hash = ''
  worker = fakeWorker({
    'wallet.read': () => reply(unlocked),
    'settings.read': () => reply(settings),
    'limits.read': () => reply(limits),
    'security.read': () => reply(security),
    'payments.read': () => reply(payment),
    'payments.retry': done,
    'allowances.read': () => reply(allowances),
    'watch.blocked': () => reply(blocked),
    'watch.block': () => reply((blocked = [{ site: 'harbour.example', at: 0 }])),
    'watch.unblock': () => reply((blocked = [])),
    'allowances.end': () => reply([]),
    'disputes.assess': ({ problem }) => reply({ ...found, problem, payment: payment ?? found.payment }),
    'disputes.preview': () => reply(preview),
    'disputes.file': () => filed,
    'disputes.list': () => reply(rows),
    'disputes.drafts': () => reply(drafts),
    'disputes.draft': done,
    'disputes.read': ({ country }) => reply(dispute === null ? null : { ...dispute, outside: { ...dispute.outside, country, bodies: country === 'DE' ? [{ id: 'de-1', name: 'A board', what: 'Free, by mail.', url: 'https://board.example' }] : [] } }),
    'disputes.refresh': done,
    'disputes.note': done,
    'disputes.counter': done,
    'disputes.escalate': done,
    'disputes.close': done,
    'disputes.save': () => reply({ name: 'dispute.json', text: '{}' }),
    'refunds.look': () => reply(looked),
    'refunds.answer': () => reply({ sentence: 'Noted.', found: null, candidates: [] }),
  })
})

const open = async (hash: string): Promise<Screen> => {
  location.hash = hash
  return show(
    <PricesProvider>
      <Dashboard />
    </PricesProvider>,
  )
}

const id = () => payment?.id ?? ''
const begin = () => `#/disputes/new?payment=${id()}`
const tick = async (screen: Screen, selector: string) => {
  await act(() => screen.root.querySelector<HTMLInputElement>(selector)?.click())
  await screen.settle()
}
const press = async (screen: Screen, name: string) => {
  await screen.click(name)
  await screen.settle()
}

/** Follows a link as a browser does. */
const follow = async (screen: Screen, name: string) => {
  location.hash = screen.button(name).getAttribute('href') ?? ''
  await act(() => void dispatchEvent(new HashChangeEvent('hashchange')))
  await screen.settle()
}

const text = (screen: Screen, selector: string) => screen.root.querySelector(selector)?.textContent ?? ''
const at = (screen: Screen, sentence: string) => {
  const place = screen.text().indexOf(sentence)
  expect(place, sentence).toBeGreaterThanOrEqual(0)
  return place
}

describe('the page of a payment', () => {
  it('leads to the first question', async () => {
    const screen = await open(`#/history/${id()}`)
    expect(screen.button('Something went wrong').getAttribute('href')).toBe(begin())
    expect(screen.text()).not.toContain('Came back')
  })

  it('says what came back, and how it stands with what was asked', async () => {
    payment = paymentDetail({ refunded: usdc(20_000n), dispute: { id: disputeId, status: 'Partly back' } })
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
    payment = paymentDetail({ state: 'void' })
    expect((await open(`#/history/${id()}`)).text()).not.toContain('Has money come back?')
  })
})

describe('what went wrong', () => {
  it('is one question with seven answers, each explained, and none chosen for the reader', async () => {
    const screen = await open(begin())
    const radios = [...screen.root.querySelectorAll<HTMLInputElement>('fieldset input[type=radio]')]
    expect(radios.map(({ value }) => value)).toEqual([...problems])
    expect(radios.some(({ checked }) => checked)).toBe(false)
    for (const radio of radios) expect(document.getElementById(radio.getAttribute('aria-describedby') ?? '')?.textContent).not.toBe('')
    await press(screen, 'Go on')
    expect(text(screen, '[role=alert]')).toContain('Choose one of these first.')
    expect(location.hash).toBe(begin())
  })

  it('goes on in the address, so that the way back works', async () => {
    const screen = await open(begin())
    await tick(screen, 'input[value=wrong-price]')
    await press(screen, 'Go on')
    expect(location.hash).toBe(`${begin()}&problem=wrong-price`)
    expect(worker.inputs('disputes.assess')).toEqual([{ payment: id(), problem: 'wrong-price' }])
    expect(text(screen, 'h1')).toBe('I paid more than was said')
    await follow(screen, 'Something else went wrong')
    expect(screen.root.querySelector<HTMLInputElement>('input[value=wrong-price]')?.checked).toBe(true)
  })

  it.each(['', '?payment=../../x', '?payment=javascript:1&problem=not-me&step=ask'])('asks for a payment first where the address names none: %s', async (query) => {
    const screen = await open(`#/disputes/new${query}`)
    expect(screen.text()).toContain('First choose the payment in your history.')
    expect(worker.inputs('disputes.assess')).toEqual([])
  })

  it('says when there is no such payment', async () => {
    const place = begin()
    payment = null
    expect((await open(place)).text()).toContain('There is no such payment')
  })
})

describe('what helps at once', () => {
  const helped = (problem = 'not-delivered') => open(`${begin()}&problem=${problem}`)

  it('comes after what is known, and before the way to ask for money', async () => {
    found = assessment({ helps: [{ kind: 'retry', sentence: 'Most pages come at the second try.' }] })
    const screen = await helped()
    const places = ['sent an empty page', 'Most pages come', 'Nobody can take this money back. The seller can give it back.'].map((sentence) => at(screen, sentence))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    await press(screen, 'Try again, free')
    expect(worker.inputs('payments.retry')).toEqual([{ id: id() }])
    expect(screen.root.querySelectorAll('.button-primary')).toHaveLength(1)
  })

  it('puts the safety of the wallet before everything else where somebody else may have paid', async () => {
    const sentence = 'Somebody may know your password.'
    found = assessment({ problem: 'not-me', helps: [{ kind: 'refunded', sentence: 'Some came back.' }, { kind: 'secure', sentence }] })
    const screen = await helped('not-me')
    expect(at(screen, sentence)).toBeLessThan(at(screen, 'Some came back.'))
    expect(screen.button('Make your wallet safe').getAttribute('href')).toBe('#/security')
    expect(screen.button('Make your wallet safe').className).toContain('button-primary')
  })

  it('shows each payment that looks the same', async () => {
    found = assessment({ helps: [{ kind: 'duplicates', sentence: 'Two look alike.', payments: [paymentRow({ title: 'Pylons again' })] }] })
    expect((await helped('charged-twice')).button('Pylons again').getAttribute('href')).toContain('#/history/')
  })

  it('looks again where it is not certain yet', async () => {
    found = assessment({ helps: [{ kind: 'not-charged', sentence: 'It may still be charged.', isCertain: false }], ask: { possible: false, sentence: 'There is nothing to give back.' } })
    const screen = await helped()
    expect(screen.text()).toContain('There is nothing to give back.')
    expect(() => screen.button('Ask for the money back')).toThrow()
    await press(screen, 'Look again')
    expect(worker.inputs('disputes.assess')).toHaveLength(2)
  })

  it('leads to the dispute there is already', async () => {
    found = assessment({ helps: [{ kind: 'dispute', sentence: 'You asked already.', dispute: disputeId }], ask: { possible: false, sentence: 'One at a time.' } })
    expect((await helped()).button('See how it stands').getAttribute('href')).toBe(`#/disputes/${disputeId}`)
  })

  it('says what the law gives to those who changed their mind, with the seller’s own page and no other scheme', async () => {
    const screen = await helped('withdrawal')
    expect(screen.text()).toContain('What the law gives you')
    expect(screen.button('What harbour.example says about giving back').getAttribute('rel')).toBe('noreferrer')
    found = assessment({ terms: { ...terms, policyUrl: 'javascript:alert(1)' } })
    expect((await helped('withdrawal')).root.querySelectorAll('main a[href^="javascript"]')).toHaveLength(0)
  })

  it('says what the seller did before', async () => {
    found = assessment({ seller: 'It gave back two of three.' })
    expect((await helped()).text()).toContain('This seller, so far: It gave back two of three.')
  })
})

describe('the request', () => {
  const ask = () => open(`${begin()}&problem=not-delivered&step=ask`)
  const input = () => ({ payment: id(), problem: 'not-delivered', amount: '50000', words: '', share: [] })

  it('proposes an amount, shows nothing to the seller by itself, and is read before it is sent', async () => {
    const screen = await ask()
    expect(screen.field('How much to ask back, in dollars').value).toBe('0.05')
    expect(screen.root.querySelectorAll('input[type=checkbox]:checked')).toHaveLength(0)
    expect(text(screen, '[aria-label="This is what will be sent"]')).toBe(preview.request)
    expect(text(screen, '[aria-label="When what happened"]')).toBe('You agreed to the price.')
    expect(text(screen, '[aria-label="What the seller asked for"]')).toBe('{\n  "price": "0.05"\n}')
    expect(at(screen, 'Nobody can take this money back.')).toBeLessThan(screen.text().lastIndexOf('Ask for the money back'))
    expect(worker.inputs('disputes.file')).toEqual([])
  })

  it('sends exactly what was shown, once, and goes to its page', async () => {
    const screen = await ask()
    await screen.type('How much to ask back, in dollars', '0,02')
    await screen.type('Your own words', 'It stayed empty.')
    await screen.settle()
    await tick(screen, 'input[type=checkbox]')
    const button = screen.button('Ask for the money back')
    await act(() => {
      button.click()
      button.click()
    })
    await screen.settle()
    const sent = { ...input(), amount: '20000', words: 'It stayed empty.', share: ['challenge'] }
    expect(worker.inputs('disputes.preview').at(-1)).toEqual(sent)
    expect(worker.inputs('disputes.file')).toEqual([sent])
    expect(location.hash).toBe(`#/disputes/${disputeId}`)
  })

  it.each(['0', '0.050001', '-1', 'all', '', '1e-2'])('is not sent for an amount of "%s"', async (typed) => {
    const screen = await ask()
    await screen.type('How much to ask back, in dollars', typed)
    await screen.settle()
    expect(screen.text()).toContain('Type an amount like 0.50, at most 0.05 USDC.')
    await press(screen, 'Ask for the money back')
    expect(worker.inputs('disputes.file')).toEqual([])
  })

  it('keeps what was written while the reader looks back, and while anything changes', async () => {
    const screen = await ask()
    await screen.type('Your own words', 'It stayed empty.')
    await screen.settle()
    worker.changed('payments')
    await screen.settle()
    await follow(screen, 'Back to what helps at once')
    await follow(screen, 'Ask for the money back')
    expect(screen.field('Your own words').value).toBe('It stayed empty.')
    expect(screen.text()).toContain('484 letters left.')
    expect(location.hash).not.toContain('empty')
  })

  it('hands every letter to the worker, the newest where it is slow, and throws it away when the reader wants', async () => {
    const screen = await ask()
    for (const words of ['It', 'It stayed', 'It stayed empty.']) await screen.type('Your own words', words)
    await screen.settle()
    const kept = { amount: '0.05', words: 'It stayed empty.', share: [] }
    expect(worker.inputs('disputes.draft').at(-1)).toEqual({ payment: id(), problem: 'not-delivered', draft: kept })
    await press(screen, 'Throw it away')
    expect(worker.inputs('disputes.draft').at(-1)).toEqual({ payment: id(), problem: 'not-delivered', draft: null })
    expect(screen.field('Your own words').value).toBe('')
    expect(() => screen.button('Throw it away')).toThrow()
  })

  it('goes on where it was left, another day', async () => {
    drafts = [{ payment: id(), title: 'Pylons', problem: 'not-delivered', amount: '0.02', words: 'It stayed', share: ['timeline'] }]
    expect((await open('#/disputes')).button('Pylons').getAttribute('href')).toBe(`${begin()}&problem=not-delivered&step=ask`)
    const chosen = await open(begin())
    expect(chosen.text()).toContain('You have begun to ask for this money back: “I paid, and nothing came”.')
    await follow(chosen, 'Go on writing')
    expect(chosen.field('Your own words').value).toBe('It stayed')
    expect(chosen.field('How much to ask back, in dollars').value).toBe('0.02')
    expect(worker.inputs('disputes.preview').at(-1)).toEqual({ ...input(), amount: '20000', words: 'It stayed', share: ['timeline'] })
  })

  it('says what the worker says of a second window that was quicker', async () => {
    filed = { ok: false, code: 'refused', sentence: 'You have asked for this money back already.' }
    const screen = await ask()
    await press(screen, 'Ask for the money back')
    expect(text(screen, 'form .dispute-outcome')).toContain('You have asked for this money back already.')
    expect(location.hash).toContain('step=ask')
  })

  it('is a letter where the seller takes no requests: to be copied or mailed, to nobody the seller slipped in', async () => {
    found = assessment({ ask: { possible: true, most: usdc(50_000n), proposed: usdc(30_000n), way: 'letter', until: 0 } })
    const screen = await ask()
    expect(screen.field('How much to ask back, in dollars').value).toBe('0.03')
    expect(text(screen, '[aria-label="Your letter"]')).toBe(preview.letter)
    const mail = screen.button('Open it in your mail program').getAttribute('href') ?? ''
    expect(mail).toMatch(/^mailto:help@harbour\.example\?subject=Pylons&body=Dear%20seller/)
    expect(mail).not.toContain('evil')
    await press(screen, 'Keep this and write the letter')
    expect(worker.inputs('disputes.file')).toHaveLength(1)
  })

  it('asks for one preview at a time, and for the newest of what was typed meanwhile', async () => {
    const answers: (() => void)[] = []
    const asked: string[] = []
    fakeWorker({
      'wallet.read': () => reply(unlocked),
      'settings.read': () => reply(settings),
      'payments.read': () => reply(payment),
      'disputes.list': () => reply([]),
      'disputes.drafts': () => reply([]),
      'disputes.draft': done,
      'disputes.assess': () => reply(found),
      'disputes.preview': ({ words }) => {
        asked.push(words)
        return new Promise((resolve) => answers.push(() => resolve(reply({ ...preview, request: `says ${words}` }))))
      },
    })
    const screen = await ask()
    for (const words of ['a', 'ab', 'abc']) await screen.type('Your own words', words)
    expect(screen.button('Ask for the money back').getAttribute('aria-disabled')).toBe('true')
    answers.shift()?.()
    await screen.settle()
    expect(asked).toEqual(['', 'abc'])
    expect(screen.button('Ask for the money back').getAttribute('aria-disabled')).toBe('true')
    answers.shift()?.()
    await screen.settle()
    expect(screen.text()).toContain('says abc')
    expect(screen.button('Ask for the money back').getAttribute('aria-disabled')).toBe('false')
  })
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
