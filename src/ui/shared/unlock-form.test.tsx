// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SlotKind, Way } from '../../messaging/views'
import { base64, bytes, credential, fakeCredentials, fault } from './passkey.fixtures'
import { button, dispatch, FakeWorker, good, later, press, settle, show, type } from './testing'
import { UnlockForm, UnlockHere } from './unlock-form'

let worker = new FakeWorker()
vi.mock('../../messaging/client', () => ({
  send: (...asked: Parameters<FakeWorker['send']>) => worker.send(...asked),
  onChanged: (listener: Parameters<FakeWorker['onChanged']>[0]) => worker.onChanged(listener),
}))
vi.mock('../../platform/browser', () => ({ browser: { i18n: { getUILanguage: () => 'en-GB' } } }))
const tried = vi.fn()
beforeEach(() => {
  worker = new FakeWorker()
  tried.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const id = bytes(16, 3)
const secret = bytes(32, 9)
const passkey = { credential: base64(id), salt: base64(bytes(32, 1)), rpId: null }
const way = (kind: SlotKind): Way => ({ slot: `slot of ${kind}`, kind, passkey: kind.includes('passkey') ? passkey : null })
const ways = (...kinds: SlotKind[]) => kinds.map(way)

const open = (kinds: readonly SlotKind[] = ['password'], waitUntil: number | null = null) =>
  show(<UnlockForm wallet={{ ways: ways(...kinds), waitUntil, pin: false }} onTried={tried} />)
const field = (root: HTMLElement) => {
  const input = root.querySelector('input')
  if (input === null) throw new Error('no field')
  return input
}
const submit = async (root: HTMLElement) => {
  const form = root.querySelector('form')
  if (form !== null) await dispatch(form, new Event('submit', { bubbles: true, cancelable: true }))
}
const others = (root: HTMLElement) => [...root.querySelectorAll('.factor-others button')].map((one) => one.textContent)

describe('a password', () => {
  it('is sent as it was typed, once, and goes on', async () => {
    const reply = later()
    worker.answer('wallet.unlock', reply.promise)
    const root = await open()
    await type(field(root), ' correct horse ')
    await submit(root)
    expect(button(root, 'Unlocking').getAttribute('aria-disabled')).toBe('true')
    await submit(root)
    expect(worker.asked('wallet.unlock')).toEqual([{ factor: { kind: 'password', password: ' correct horse ' } }])
    expect(tried).not.toHaveBeenCalled()
    reply.resolve(good(null))
    await settle()
    expect(tried).toHaveBeenCalledExactlyOnceWith(true)
    expect(field(root).value).toBe('')
  })

  it('is said to be wrong until something else is typed', async () => {
    worker.answer('wallet.unlock', { ok: false, code: 'wrong-factor', sentence: 'That is not the password.' })
    const root = await open()
    await type(field(root), 'wrong')
    await submit(root)
    const message = document.getElementById(field(root).getAttribute('aria-describedby') ?? '')
    expect(message?.textContent).toBe('That is not the password.')
    expect(field(root).getAttribute('aria-invalid')).toBe('true')
    expect(tried).toHaveBeenCalledExactlyOnceWith(false)
    await type(field(root), 'wrong again')
    expect(message?.textContent).toBe('')
  })

  it('is asked for before the worker is', async () => {
    const root = await open()
    await submit(root)
    expect(root.textContent).toContain('Type your password first.')
    expect(worker.sent).toEqual([])
  })

  it('has the focus at once, and is offered to password managers', async () => {
    const root = await open()
    expect(document.activeElement).toBe(field(root))
    expect(field(root).getAttribute('autocomplete')).toBe('current-password')
  })

  it('is hidden until asked to be shown', async () => {
    const root = await open()
    expect(field(root).type).toBe('password')
    await press(button(root, 'Show the password'))
    expect(field(root).type).toBe('text')
    await press(button(root, 'Hide the password'))
    expect(field(root).type).toBe('password')
  })

  it('says that Caps Lock is on', async () => {
    const root = await open()
    const key = Object.assign(new KeyboardEvent('keydown', { key: 'A' }), { getModifierState: (name: string) => name === 'CapsLock' })
    await dispatch(field(root), key)
    expect(root.textContent).toContain('Caps Lock is on.')
  })
})

describe('the ways', () => {
  it.each<[SlotKind[], string[]]>([
    [['password'], []],
    [['recovery', 'password+passkey', 'passkey', 'password'], ['Use a passkey', 'Use password and passkey', 'Use a recovery code']],
    [['password+passkey', 'recovery'], ['Use a recovery code']],
    [['password+passkey', 'passkey'], ['Use password and passkey']],
  ])('of %j: the best is shown, the others are %j', async (kinds, offered) => {
    const root = await open(kinds)
    expect(others(root)).toEqual(offered)
    expect(root.querySelectorAll('.button-primary')).toHaveLength(1)
  })

  it('of several of a kind are one', async () => {
    expect(others(await open(['password', 'password', 'recovery', 'recovery', 'passkey', 'passkey']))).toEqual(['Use a passkey', 'Use a recovery code'])
  })

  it('come back as they were: nothing typed is carried from one to another', async () => {
    const root = await open(['password', 'recovery'])
    await type(field(root), 'secret')
    await press(button(root, 'Use a recovery code'))
    expect(field(root).value).toBe('')
    expect(document.activeElement).toBe(field(root))
    expect(field(root).getAttribute('autocomplete')).toBe('off')
    await press(button(root, 'Use the password'))
    expect(field(root).value).toBe('')
  })

  it('say so when there is none', async () => {
    expect((await open([])).textContent).toContain('Nothing on this device opens this wallet any more.')
  })

  it('take a recovery code without the space around it', async () => {
    worker.answer('wallet.unlock', good(null))
    const root = await open(['recovery'])
    await type(field(root), ' abcd-efgh ')
    await submit(root)
    expect(worker.asked('wallet.unlock')).toEqual([{ factor: { kind: 'recovery', code: 'abcd-efgh' } }])
  })
})

describe('a passkey', () => {
  it('opens with one press, and without a field', async () => {
    fakeCredentials().get.mockResolvedValue(credential(id, { results: { first: secret.buffer } }))
    worker.answer('wallet.unlock', good(null))
    const root = await open(['passkey'])
    expect(root.querySelector('input')).toBeNull()
    expect(document.activeElement).toBe(button(root, 'Unlock'))
    await submit(root)
    await settle()
    expect(worker.asked('wallet.unlock')).toEqual([{ factor: { kind: 'passkey', slot: 'slot of passkey', prf: base64(secret) } }])
  })

  it('is asked for after the password where both are needed, and never without it', async () => {
    const browser = fakeCredentials()
    browser.get.mockResolvedValue(credential(id, { results: { first: secret.buffer } }))
    worker.answer('wallet.unlock', good(null))
    const root = await open(['password+passkey'])
    await submit(root)
    expect(root.textContent).toContain('Type your password first.')
    expect(browser.get).not.toHaveBeenCalled()
    await type(field(root), 'correct horse')
    await submit(root)
    await settle()
    const factor = { kind: 'password+passkey', slot: 'slot of password+passkey', password: 'correct horse', prf: base64(secret) }
    expect(worker.asked('wallet.unlock')).toEqual([{ factor }])
  })

  it.each([
    ['NotAllowedError', 'The passkey was not used.'],
    ['SecurityError', 'This passkey cannot open a wallet in this browser.'],
    ['UnknownError', 'The passkey gave no answer.'],
  ])('that ends in %s costs no try, and says what happened', async (name, sentence) => {
    fakeCredentials().get.mockRejectedValue(fault(name))
    const root = await open(['passkey'])
    await submit(root)
    await settle()
    expect(root.textContent).toContain(sentence)
    expect(worker.sent).toEqual([])
    expect(button(root, 'Unlock').getAttribute('aria-disabled')).toBe('false')
  })

  it('that comes late, after the reader chose another way, is not used', async () => {
    const answer = later()
    fakeCredentials().get.mockReturnValue(answer.promise)
    const root = await open(['passkey', 'recovery'])
    await submit(root)
    expect(button(root, 'Waiting for your passkey')).toBeDefined()
    await press(button(root, 'Use a recovery code'))
    answer.resolve(credential(id, { results: { first: secret.buffer } }))
    await settle()
    expect(worker.sent).toEqual([])
  })
})

describe('after too many wrong tries', () => {
  const now = Date.UTC(2026, 2, 3, 12, 0, 0)
  const clock = (at: number) => new Date(at).toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit', second: '2-digit' })

  it('the button is off until the time has come, and then on by itself', async () => {
    vi.useFakeTimers({ now })
    const root = await open(['password'], now + 30_000)
    expect(root.textContent).toContain(`Too many wrong tries. You can try again at ${clock(now + 30_000)}.`)
    expect(button(root, 'Unlock').getAttribute('aria-disabled')).toBe('true')
    await type(field(root), 'correct horse')
    await submit(root)
    expect(worker.sent).toEqual([])
    await act(() => void vi.advanceTimersByTime(29_999))
    expect(button(root, 'Unlock').getAttribute('aria-disabled')).toBe('true')
    await act(() => void vi.advanceTimersByTime(1))
    expect(button(root, 'Unlock').getAttribute('aria-disabled')).toBe('false')
    expect(root.textContent).not.toContain('Too many')
    expect(field(root).value).toBe('correct horse')
  })

  it('a wait that is over already says nothing', async () => {
    vi.useFakeTimers({ now })
    const root = await open(['password'], now - 1)
    expect(root.textContent).not.toContain('Too many')
  })
})

describe('where nothing is known of the wallet', () => {
  it('asks the worker, and again after a wrong try', async () => {
    worker.answer('wallet.read', good({ state: 'locked', backedUp: true, ways: ways('password'), waitUntil: null, pin: false }))
    worker.answer('wallet.unlock', { ok: false, code: 'wrong-factor', sentence: 'That is not the password.' })
    const root = await show(<UnlockHere onUnlocked={tried} />)
    await type(field(root), 'wrong')
    worker.answer('wallet.read', good({ state: 'locked', backedUp: true, ways: ways('password'), waitUntil: Date.now() + 60_000, pin: false }))
    await submit(root)
    expect(tried).not.toHaveBeenCalled()
    expect(root.textContent).toContain('Too many wrong tries.')
  })

  it('says when the worker cannot be reached', async () => {
    const root = await show(<UnlockHere onUnlocked={tried} />)
    expect(root.textContent).toContain('No answer to wallet.read.')
    expect(button(root, 'Try again')).toBeDefined()
  })
})

describe('a PIN', () => {
  const wallet = (facts: { readonly pin: boolean; readonly waitUntil?: number | null }) =>
    good({ state: 'locked', backedUp: true, ways: ways('password', 'passkey', 'passkey'), waitUntil: null, ...facts })
  const wrong = (sentence: string) => ({ ok: false, code: 'wrong-factor', sentence })
  const openHere = async () => {
    worker.answer('wallet.read', wallet({ pin: true }))
    return show(<UnlockHere onUnlocked={tried} />)
  }
  const give = async (root: HTMLElement, pin: string) => {
    await type(field(root), pin)
    await submit(root)
    await settle()
  }

  it('is asked for first, in a field for digits that nothing remembers, with the other ways below', async () => {
    const root = await openHere()
    expect(root.querySelectorAll('input')).toHaveLength(1)
    expect(root.querySelector('label')?.textContent).toBe('PIN')
    expect(document.activeElement).toBe(field(root))
    expect(field(root).getAttribute('inputmode')).toBe('numeric')
    expect(field(root).getAttribute('autocomplete')).toBe('off')
    expect(field(root).type).not.toBe('password')
    expect(others(root)).toEqual(['Use the password', 'Use a passkey'])
  })

  it('opens the wallet, sent once', async () => {
    const root = await openHere()
    const reply = later()
    worker.answer('wallet.unlock', reply.promise)
    await give(root, '2580')
    await submit(root)
    expect(button(root, 'Unlocking').getAttribute('aria-disabled')).toBe('true')
    reply.resolve(good(null))
    await settle()
    expect(worker.asked('wallet.unlock')).toEqual([{ factor: { kind: 'pin', pin: '2580' } }])
    expect(tried).toHaveBeenCalledOnce()
  })

  it.each([
    ['', 'Type your PIN first.'],
    ['123', 'A PIN has four to twelve digits.'],
    ['12e4', 'A PIN has four to twelve digits.'],
  ])('as %j costs no try', async (pin, sentence) => {
    const root = await openHere()
    await give(root, pin)
    expect(root.textContent).toContain(sentence)
    expect(worker.asked('wallet.unlock')).toEqual([])
  })

  it('that is wrong says how many tries are left, until something else is typed', async () => {
    const root = await openHere()
    worker.answer('wallet.unlock', wrong('That is not the PIN. 4 tries are left.'))
    await give(root, '0000')
    expect(root.textContent).toContain('4 tries are left.')
    expect(root.querySelector('.notice')).toBeNull()
    await type(field(root), '1')
    expect(root.textContent).not.toContain('4 tries are left.')
  })

  it('that was wrong once too often gives way to the password, and what was said stays to be read', async () => {
    const root = await openHere()
    worker.answer('wallet.unlock', wrong('That was not the PIN, and it is forgotten now.'))
    worker.answer('wallet.read', wallet({ pin: false }))
    await give(root, '0000')
    expect(root.querySelector('label')?.textContent).toBe('Password')
    expect(root.querySelector('[role=alert]')?.textContent).toContain('it is forgotten now.')
    expect(others(root)).not.toContain('Use the PIN')
  })

  it('that goes for another reason leaves no stale count of tries behind', async () => {
    const root = await openHere()
    worker.answer('wallet.unlock', wrong('That is not the PIN. 4 tries are left.'))
    worker.answer('wallet.read', wallet({ pin: true }))
    await give(root, '0000')
    worker.answer('wallet.read', wallet({ pin: false }))
    await worker.changed('wallet')
    await settle()
    expect(root.querySelector('label')?.textContent).toBe('Password')
    expect(root.textContent).not.toContain('tries are left')
  })

  it('can be left for the password and come back to', async () => {
    const root = await openHere()
    await press(button(root, 'Use the password'))
    expect(field(root).type).toBe('password')
    await press(button(root, 'Use the PIN'))
    expect(root.querySelector('label')?.textContent).toBe('PIN')
  })

  it('is not slowed by wrong passwords: it has its own five tries', async () => {
    const root = await openHere()
    worker.answer('wallet.read', wallet({ pin: true, waitUntil: Date.now() + 60_000 }))
    await worker.changed('wallet')
    await settle()
    expect(button(root, 'Unlock').getAttribute('aria-disabled')).toBe('false')
  })

  it('comes second where the reader came for something else', async () => {
    const root = await show(<UnlockForm wallet={{ ways: ways('password', 'passkey'), waitUntil: null, pin: true }} onTried={tried} first="passkey" />)
    expect(root.querySelector('input')).toBeNull()
    expect(others(root)).toContain('Use the PIN')
  })
})
