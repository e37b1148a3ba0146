// @vitest-environment happy-dom
import { fakeWorker, reply } from '../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Input, Reply } from '../../messaging/contract'
import type { WalletView } from '../../messaging/views'
import { show, type Screen } from '../testing/screen'
import { PricesProvider } from '../shared/prices'
import { Onboarding } from './onboarding'
import { Rehearsal } from './rehearsal'

const twelve = 'able bird coin dawn echo farm gold hill iron jazz kite lamp'.split(' ')
const good = 'meadow lantern copper'
const restore = '33333333-3333-4333-8333-333333333333'
const madeAt = new Date(2026, 10, 25, 12).getTime()
const wrongPassphrase = { ok: false as const, code: 'wrong-factor' as const, sentence: 'That is not the passphrase of this file.' }

const account = reply({
  address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
  network: { id: 'eip155:8453' as const, label: 'Base', test: false, symbol: 'USDC' },
  balance: { state: 'unknown' as const, sentence: '' },
  purses: null,
})
const settings = reply({
  network: 'eip155:8453' as const,
  testNetworks: false,
  endpoints: {},
  currency: 'USD',
  autoLockMinutes: 15,
  cardInPages: true,
  access: 'on-click' as const,
  fundingBps: 0,
  askAbove: null,
  tipService: null,
  policyHost: null,
  keepCopies: true,
  copiesMegabytes: 250 as const,
  quiet: [],
  badge: 'price' as const,
})

const usd = (atomic: string) => ({ atomic, decimals: 6, symbol: 'USDC' })
const none = { held: usd('0'), paid: usd('0'), left: usd('0') }
const limits = reply({
  limits: { payment: usd('2000000'), siteDay: usd('3000000'), tip: usd('2000000'), tipDay: usd('5000000'), day: usd('5000000'), month: usd('30000000') },
  used: { day: none, month: none, tipDay: none },
  sites: [],
})

let worker: ReturnType<typeof fakeWorker>
let wallet: WalletView
let added: (input: Input<'restore.add'>) => Reply<'restore.add'> | Promise<Reply<'restore.add'>>
beforeEach(() => {
  added = ({ line }) => reply({ done: line === 'last' ? madeAt : null })
  location.hash = ''
  wallet = { state: 'none', backedUp: false, ways: [], waitUntil: null, pin: false }
  worker = fakeWorker({
    'wallet.read': () => reply(wallet),
    'wallet.create': () => reply({ words: twelve }),
    'wallet.restore': ({ words }) =>
      words === twelve.join(' ') ? reply(null) : { ok: false, code: 'refused', sentence: 'These are not twelve words of a wallet.' },
    'wallet.confirmBackup': () => reply(null),
    'restore.begin': ({ passphrase }) => (passphrase === good ? reply({ restore }) : wrongPassphrase),
    'restore.add': (input) => added(input),
    'settings.change': () => settings,
    'account.read': () => account,
    'limits.read': () => limits,
    'settings.read': () => settings,
  })
})

async function choosePassword(path: string, password = good, repeated = password) {
  const screen = await show(<Onboarding />)
  await screen.click(path)
  await screen.type('Password', password)
  await screen.type('The same again', repeated)
  await screen.click('Go on')
  return screen
}

async function answer(screen: Awaited<ReturnType<typeof show>>, wordAt: (position: number) => string) {
  for (const label of screen.root.querySelectorAll('label')) {
    await screen.type(label.textContent, wordAt(Number(/\d+/.exec(label.textContent)?.[0])))
  }
  await screen.click('Check')
}

const wordAt = (position: number) => twelve[position - 1] ?? ''

async function toAsked() {
  const screen = await choosePassword('New wallet')
  await screen.click('Show the words')
  await screen.click('I have written them down')
  return screen
}

describe('a new wallet', () => {
  it.each([
    ['', '', 'Choose a password first.'],
    ['short', 'short', 'Use at least ten characters.'],
    ['password123', 'password123', 'Many people use this one'],
    [good, `${good}.`, 'The two are not the same.'],
  ])('is not made with %j and %j', async (password, repeated, sentence) => {
    const screen = await choosePassword('New wallet', password, repeated)
    expect(screen.text()).toContain(sentence)
    expect(worker.inputs('wallet.create')).toEqual([])
  })

  it('is made once, however often the button is pressed', async () => {
    const screen = await show(<Onboarding />)
    await screen.click('New wallet')
    await screen.type('Password', good)
    await screen.type('The same again', good)
    const go = screen.button('Go on')
    go.click()
    go.click()
    await screen.settle()
    expect(worker.inputs('wallet.create')).toEqual([{ password: good }])
  })

  it('shows its words only when asked to, and never in a field or on the clipboard', async () => {
    const screen = await choosePassword('New wallet')
    expect(screen.root.innerHTML).not.toContain('lamp')
    await screen.click('I have written them down')
    expect(screen.text()).toContain('Look at the words first.')
    await screen.click('Show the words')
    expect(Array.from(screen.root.querySelectorAll('li'), (li) => li.textContent)).toEqual(twelve.map((word, at) => `${at + 1}${word}`))
    expect(screen.root.querySelector('input, textarea, [contenteditable]')).toBeNull()
    expect(screen.text()).not.toContain('Copy')
    await screen.click('Hide the words')
    expect(screen.root.innerHTML).not.toContain('lamp')
  })

  it('is not confirmed by wrong words, and says which are wrong', async () => {
    const screen = await toAsked()
    const asked = Array.from(screen.root.querySelectorAll('label'), (label) => label.textContent)
    await answer(screen, (position) => (`Word ${position}` === asked[1] ? 'wren' : wordAt(position)))
    const wrong = Array.from(screen.root.querySelectorAll('.field-wrong label'), (label) => label.textContent)
    expect(wrong).toEqual([asked[1]])
    expect(worker.inputs('wallet.confirmBackup')).toEqual([])
  })

  it('warns before its words are lost with the page, and only while they can be', async () => {
    const leaving = () => {
      const event = new Event('beforeunload', { cancelable: true })
      dispatchEvent(event)
      return event.defaultPrevented
    }
    const screen = await show(<Onboarding />)
    expect(leaving()).toBe(false)
    const asked = await toAsked()
    expect(leaving()).toBe(true)
    await answer(asked, wordAt)
    expect(leaving()).toBe(false)
    expect(screen.root.isConnected).toBe(false)
  })

  it('leads to the purse and its address', async () => {
    const screen = await toAsked()
    await answer(screen, wordAt)
    expect(worker.inputs('wallet.confirmBackup')).toHaveLength(1)
    await screen.click('On every siteThe price appears by itself where there is one. Your browser will ask you to allow this.')
    expect(worker.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: ['*://*/*'] })
    expect(worker.inputs('settings.change')).toEqual([{ access: 'everywhere' }])
    await screen.click('Skip this')
    expect(screen.root.querySelector('.address-code')?.textContent).toBe('0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266')
  })
})

describe('words that are written down later', () => {
  it('hold nobody up; the last page says what that means for the money', async () => {
    const screen = await choosePassword('New wallet')
    await screen.click('Later')
    expect(screen.text()).toContain('Privacy, in five lines')
    expect(screen.root.innerHTML).not.toContain('lamp')
    await screen.click('Only when I click the buttonFarthing sees a page when you press its button there, and not before.')
    wallet = { ...wallet, state: 'unlocked' }
    await screen.click('Skip this')
    expect(screen.text()).toContain('Your twelve words are not written down yet.')
    expect(worker.inputs('wallet.confirmBackup')).toEqual([])
  })
})

describe('the first article', () => {
  it('is unlocked as a real one is, with its fee lines, and the worker hears nothing of it', async () => {
    let done = 0
    const screen = await show(
      <PricesProvider>
        <Rehearsal onDone={() => (done += 1)} />
      </PricesProvider>,
    )
    await screen.settle()
    const asked = worker.sent.length
    expect(screen.text()).not.toContain('a farthing again')
    await screen.click('Unlock for $0.05')
    expect(screen.text()).toContain('Practice: this button pays nothing.')
    expect(screen.text()).toContain('Network fee')
    await screen.click('Not now')
    expect(screen.text()).not.toContain('Practice')
    await screen.click('Unlock for $0.05')
    await screen.click('Pay $0.05')
    expect(screen.text()).toContain('a farthing again')
    expect(worker.sent.slice(asked)).toEqual([])
    await screen.click('Go on')
    expect(done).toBe(1)
  })
})

describe('where to look', () => {
  const everywhere = 'On every siteThe price appears by itself where there is one. Your browser will ask you to allow this.'
  const onClick = 'Only when I click the buttonFarthing sees a page when you press its button there, and not before.'

  it('falls back politely when the browser is told no', async () => {
    const screen = await toAsked()
    await answer(screen, wordAt)
    worker.permissions.request.mockResolvedValue(false)
    await screen.click(everywhere)
    expect(worker.inputs('settings.change')).toEqual([{ access: 'on-click' }])
    expect(screen.text()).toContain('That is fine.')
    await screen.click('Go on')
    expect(screen.text()).toContain('Try it once')
  })

  it('asks the browser for nothing, and gives back what it has, for "only when I click"', async () => {
    const screen = await toAsked()
    await answer(screen, wordAt)
    await screen.click(onClick)
    expect(worker.permissions.request).not.toHaveBeenCalled()
    expect(worker.permissions.remove).toHaveBeenCalledOnce()
    expect(worker.inputs('settings.change')).toEqual([{ access: 'on-click' }])
  })
})

describe('an earlier wallet', () => {
  it('is opened by its words, however they are written down', async () => {
    const screen = await choosePassword('I have twelve words')
    await screen.type('Twelve words', twelve.slice(0, 11).join(' '))
    expect(screen.text()).toContain('11 of 12')
    await screen.click('Open my wallet')
    expect(screen.text()).toContain('That is 11 of twelve words.')
    expect(worker.inputs('wallet.restore')).toEqual([])
    await screen.type('Twelve words', twelve.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n'))
    await screen.click('Open my wallet')
    expect(worker.inputs('wallet.restore')).toEqual([{ words: twelve.join(' '), password: good }])
    expect(screen.text()).toContain('Where should Farthing look for prices?')
  })

  it('says when the words are none, and keeps them for mending', async () => {
    const screen = await choosePassword('I have twelve words')
    await screen.type('Twelve words', 'wren '.repeat(12))
    await screen.click('Open my wallet')
    expect(screen.text()).toContain('These are not twelve words of a wallet.')
    expect(screen.field('Twelve words').value).toBe('wren '.repeat(12))
  })

  it('is typed into a field that nothing corrects or remembers', async () => {
    const field = (await choosePassword('I have twelve words')).field('Twelve words')
    const attributes = ['autocomplete', 'autocapitalize', 'autocorrect'].map((name) => field.getAttribute(name))
    expect(attributes).toEqual(['off', 'off', 'off'])
  })
})

it('says so when there is a wallet already, and that its words were never confirmed', async () => {
  wallet = { ...wallet, state: 'locked' }
  const screen = await show(<Onboarding />)
  expect(screen.text()).toContain('You have a wallet already')
  expect(screen.text()).toContain('never confirmed')
})

describe('a wallet that can no longer be read', () => {
  beforeEach(() => {
    wallet = { ...wallet, state: 'damaged' }
  })

  it('is not taken for one that is there: its words come first, and a new one only with a warning', async () => {
    const screen = await show(<Onboarding />)
    expect(screen.text()).not.toContain('You have a wallet already')
    expect(screen.text()).toMatch(/can no longer be read\..*Your money is safe where it is.*history of your payments.*may be missing/)
    const primary = Array.from(screen.root.querySelectorAll('.button-primary'), (one) => one.textContent)
    expect(primary).toEqual(['Bring it back with the twelve words'])
    expect(screen.text()).toContain('The money of the old one comes back only with its twelve words or a backup file.')
  })

  it('comes back with its words', async () => {
    const screen = await choosePassword('Bring it back with the twelve words')
    await screen.type('Twelve words', twelve.join(' '))
    await screen.click('Open my wallet')
    expect(worker.inputs('wallet.restore')).toEqual([{ words: twelve.join(' '), password: good }])
    expect(worker.inputs('wallet.create')).toEqual([])
  })

  it('is asked for its words at once when that is what the reader came for, and can be left for the choice', async () => {
    location.hash = '#restore'
    const screen = await show(<Onboarding />)
    expect(screen.text()).toContain('Your twelve words are asked for next.')
    await screen.click('Back')
    expect(screen.text()).toContain('can no longer be read')
  })

  it('can be given up for a new one', async () => {
    await choosePassword('Make a new wallet')
    expect(worker.inputs('wallet.create')).toEqual([{ password: good }])
  })
})

describe('a wallet in a backup file', () => {
  const content = 'first\nsecond\nlast\n'
  async function choose(screen: Screen, text: string) {
    const input = screen.field('Backup file')
    Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], 'farthing-2026-11-25.backup')] })
    await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })))
  }
  async function open(text = content, passphrase = good) {
    const screen = await show(<Onboarding />)
    await screen.click('I have a backup file')
    await choose(screen, text)
    await screen.type('Passphrase of this file', passphrase)
    await screen.click('Open my wallet')
    return screen
  }
  /** What a field says of itself to somebody who does not see it. */
  const saidAt = (screen: Screen, label: string) => {
    const field = screen.field(label)
    const message = document.getElementById(field.getAttribute('aria-describedby') ?? '')
    return { invalid: field.getAttribute('aria-invalid'), message: message?.textContent, focused: document.activeElement === field }
  }

  it.each(['none', 'damaged'] as const)('comes back from it, in order, where the wallet is %s', async (state) => {
    wallet = { ...wallet, state }
    const screen = await open()
    expect(worker.inputs('restore.begin')).toEqual([{ line: 'first', passphrase: good }])
    expect(worker.inputs('restore.add')).toEqual(['second', 'last'].map((line) => ({ restore, line })))
    expect(screen.text()).toContain('Step 3 of 4')
    expect(screen.text()).toContain('Your wallet is back as it was on 25 November 2026.')
    expect(screen.text()).toContain('Where should Farthing look for prices?')
    expect(screen.root.innerHTML).not.toContain(good)
    expect(() => screen.button('Back')).toThrow()
    await screen.click('Only when I click the buttonFarthing sees a page when you press its button there, and not before.')
    expect(screen.text()).toContain('Step 4 of 4')
    expect(screen.text()).toContain('Put a little money in')
  })

  it('is asked for in a control that the keyboard reaches, and with a passphrase that nothing keeps', async () => {
    const screen = await show(<Onboarding />)
    await screen.click('I have a backup file')
    const { type, accept, hidden, tabIndex } = screen.field('Backup file')
    expect({ type, accept, hidden, tabIndex }).toEqual({ type: 'file', accept: '.backup', hidden: false, tabIndex: 0 })
    expect(screen.field('Passphrase of this file').getAttribute('autocomplete')).toBe('off')
    await screen.click('Back')
    expect(screen.text()).toContain('Pay for an article')
  })

  it('is not asked for without a file or a passphrase, and both are said at once', async () => {
    const screen = await show(<Onboarding />)
    await screen.click('I have a backup file')
    await screen.click('Open my wallet')
    expect(saidAt(screen, 'Backup file')).toMatchObject({ invalid: 'true', message: 'Choose the file first.' })
    expect(saidAt(screen, 'Passphrase of this file')).toMatchObject({ invalid: 'true', message: 'Type the passphrase of this file first.' })
    expect(worker.inputs('restore.begin')).toEqual([])
  })

  it('stays shut to a wrong passphrase, which is said where it was typed, and opens to the right one', async () => {
    const screen = await open(content, 'wrong')
    expect(saidAt(screen, 'Passphrase of this file')).toEqual({ invalid: 'true', message: wrongPassphrase.sentence, focused: true })
    expect(saidAt(screen, 'Backup file').invalid).toBe('false')
    expect(worker.inputs('restore.add')).toEqual([])
    await screen.type('Passphrase of this file', good)
    expect(saidAt(screen, 'Passphrase of this file').invalid).toBe('false')
    await screen.click('Open my wallet')
    expect(screen.text()).toContain('Your wallet is back')
  })

  it.each([
    ['', 'This is no Farthing backup.'],
    ['first\nsecond\n', 'This file is not whole.'],
  ])('is not in a file of %j, which is said where it was chosen, until another is', async (text, sentence) => {
    const screen = await open(text)
    expect(saidAt(screen, 'Backup file')).toEqual({ invalid: 'true', message: expect.stringContaining(sentence) as string, focused: true })
    await choose(screen, content)
    expect(saidAt(screen, 'Backup file').message).toBe('')
    await screen.click('Open my wallet')
    expect(screen.text()).toContain('Your wallet is back')
  })

  it('says beside the button, aloud, what is neither the file nor the passphrase, and can be tried again', async () => {
    added = () => ({ ok: false, code: 'failed', sentence: 'Farthing did not answer.' })
    const screen = await open()
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain('Farthing did not answer.')
    added = () => reply({ done: madeAt })
    await screen.click('Open my wallet')
    expect(screen.text()).toContain('Your wallet is back')
  })

  it('is begun once, however often the button is pressed, and says how far it is', async () => {
    let answer: (reply: Reply<'restore.add'>) => void = () => undefined
    added = () => new Promise((resolve) => (answer = resolve))
    const screen = await open()
    expect(screen.root.querySelector('[role=status]')?.textContent).toBe('Opening your wallet.')
    expect(screen.text()).toContain('1 kB of 1 kB')
    expect(screen.button('Open my wallet').getAttribute('aria-disabled')).toBe('true')
    screen.root.querySelector('form')?.requestSubmit()
    await screen.settle()
    expect(worker.inputs('restore.begin')).toHaveLength(1)
    answer(reply({ done: madeAt }))
    await screen.settle()
    expect(screen.text()).toContain('Your wallet is back')
  })

  it('is given up on the way by going back, line by line', async () => {
    let answer: (reply: Reply<'restore.add'>) => void = () => undefined
    added = () => new Promise((resolve) => (answer = resolve))
    const screen = await open()
    await screen.click('Back')
    answer(reply({ done: null }))
    await screen.settle()
    expect(worker.inputs('restore.add')).toHaveLength(1)
    expect(screen.text()).toContain('Pay for an article')
  })

  it('is not lost on somebody who goes back while the last line is on its way', async () => {
    let answer: (reply: Reply<'restore.add'>) => void = () => undefined
    added = () => new Promise((resolve) => (answer = resolve))
    const screen = await open()
    await screen.click('Back')
    answer(reply({ done: madeAt }))
    await screen.settle()
    expect(screen.text()).toContain('Your wallet is back')
  })
})
