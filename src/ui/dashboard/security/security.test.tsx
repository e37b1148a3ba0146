// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input, Reply } from '../../../messaging/contract'
import type { SecurityView, WalletView } from '../../../messaging/views'
import { base64, bytes, credential, fakeCredentials, fault, type FakeCredentials } from '../../shared/passkey.fixtures'
import { show, type Screen } from '../../testing/screen'
import { passkeyWay, passwordWay, security, settings, unlocked } from '../testing'
import { shownForMs } from './use-shown-words'
import { Security } from './view'

const proof = '22222222-2222-4222-8222-222222222222'
const twelve = 'able bird coin dawn echo farm gold hill iron jazz kite lamp'.split(' ')
const strong = 'meadow lantern copper'
const made = { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Farthing:Wallet?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }
const recovery = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345'
const file = 'YmFja3VwLWZpbGUtMDAwMQ=='
const at = Date.UTC(2026, 2, 3, 12)
const slotOf = (facts: Partial<SecurityView['slots'][number]>) => ({ ...passwordWay, name: 'Password', createdAt: at, removable: true, ...facts })

let worker: ReturnType<typeof fakeWorker>
let view: SecurityView
let wallet: WalletView
let kept: typeof settings
let credentials: FakeCredentials
let refusal: Reply<'slots.add'> | null
let readLine: (input: Input<'backup.read'>) => Reply<'backup.read'> | Promise<Reply<'backup.read'>>

/** Answers only what comes with the proof, as the worker does. */
const guarded = <T,>(given: string | undefined, value: T) =>
  given === proof ? reply(value) : { ok: false as const, code: 'step-up' as const, sentence: 'Confirm that it is you.' }

beforeEach(() => {
  credentials = fakeCredentials()
  view = { ...security, slots: [slotOf({})] }
  wallet = unlocked
  kept = settings
  refusal = null
  readLine = ({ line }) => reply({ line: `line ${line}`, next: line === 3 ? null : `after ${line}` })
  worker = fakeWorker({
    'security.read': () => reply(view),
    'wallet.read': () => reply(wallet),
    'settings.read': () => reply(kept),
    'settings.change': ({ stepUp, askAbove }) => {
      if (stepUp === proof && askAbove !== undefined) kept = { ...kept, askAbove }
      return guarded(stepUp, kept)
    },
    'stepUp.begin': ({ act }) => reply({ id: proof, sentence: `About ${act.type}.`, ways: [passwordWay], code: false }),
    'stepUp.prove': () => reply(null),
    'slots.add': ({ stepUp }) => refusal ?? guarded(stepUp, null),
    'slots.addRecovery': ({ stepUp }) => guarded(stepUp, { code: recovery }),
    'slots.remove': ({ stepUp }) => guarded(stepUp, null),
    'slots.rename': () => reply(null),
    'words.read': ({ stepUp }) => guarded(stepUp, { words: twelve }),
    'wallet.confirmBackup': () => reply(null),
    'wallet.lock': () => reply(null),
    'backup.make': ({ stepUp }) => guarded(stepUp, { file, line: 'first' }),
    'backup.read': (input) => readLine(input),
    'words.check': ({ stepUp, words }) => guarded(stepUp, { right: words.every(({ place, word }) => twelve[place - 1] === word) }),
    'pin.set': ({ stepUp }) => {
      if (stepUp === proof) view = { ...view, pin: true }
      return guarded(stepUp, null)
    },
    'pin.clear': () => {
      view = { ...view, pin: false }
      return reply(null)
    },
    'code.make': ({ stepUp }) => guarded(stepUp, made),
    'code.confirm': ({ code }) => {
      if (code !== '123456') return { ok: false, code: 'wrong-factor', sentence: 'That is not the confirmation code.' }
      view = { ...view, code: true }
      return reply(null)
    },
    'code.remove': ({ stepUp }) => {
      if (stepUp === proof) view = { ...view, code: false }
      return guarded(stepUp, null)
    },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function prove(screen: Screen) {
  await screen.type('Password', 'correct horse')
  await screen.click('Confirm')
}
const dialog = (screen: Screen) => screen.root.querySelector('dialog')

describe('what is open now', () => {
  const today = new Date()
  today.setHours(10, 41, 0, 0)
  const now = async (facts: Partial<SecurityView>) => {
    vi.useFakeTimers({ toFake: ['Date'], now: today.getTime() + 3_600_000 })
    view = { ...view, ...facts }
    const screen = await show(<Security />)
    return { screen, section: screen.root.querySelector('section')?.textContent ?? '' }
  }

  it.each([
    ['password', 'Open since 10:41, with your password.'],
    ['passkey', 'Open since 10:41, with a passkey.'],
    ['password+passkey', 'Open since 10:41, with your password and a passkey.'],
    ['recovery', 'Open since 10:41, with a recovery code.'],
    ['pin', 'Open since 10:41, with the PIN.'],
    ['made', 'Open since it was made, 10:41.'],
  ] as const)('comes first, and says since when and by what (%s)', async (how, sentence) => {
    const { section } = await now({ session: { at: today.getTime(), how } })
    expect(section).toContain(`Now${sentence}`)
  })

  it('names the day where it was opened on another one', async () => {
    const { section } = await now({ session: { at: new Date(today).setDate(today.getDate() - 1), how: 'pin' } })
    expect(section).toMatch(/Open since \d{1,2} \w+ \d{4}, 10:41, with the PIN\./)
  })

  it.each([
    [1, 'after a minute without use'],
    [15, 'after 15 minutes without use'],
    [60, 'after an hour without use'],
  ])('says that it locks after %s minutes, and what stays shut', async (autoLockMinutes, sentence) => {
    kept = { ...settings, autoLockMinutes }
    const { section } = await now({})
    expect(section).toContain(sentence)
    expect(section).toContain('Still shut: the twelve words')
  })

  it.each([
    [true, 'The PIN opens it again'],
    [false, 'No PIN is set'],
  ])('says whether a PIN opens it again (%s)', async (pin, sentence) => {
    expect((await now({ pin })).section).toContain(sentence)
  })

  it('locks at once', async () => {
    const screen = await show(<Security />)
    await screen.click('Lock now')
    expect(worker.inputs('wallet.lock')).toEqual([{}])
  })

  it('says when it could not be locked', async () => {
    worker = fakeWorker({ 'security.read': () => reply(view), 'wallet.read': () => reply(wallet) })
    const screen = await show(<Security />)
    await screen.click('Lock now')
    const alerts = Array.from(screen.root.querySelectorAll('section:first-of-type [role=alert]'), (alert) => alert.textContent)
    expect(alerts.join()).toContain('Farthing did not answer.')
  })
})

describe('what opens the wallet', () => {
  it('is listed with its kind and name, and can be removed only where something else remains', async () => {
    view = { ...security, slots: [slotOf({ name: 'Office' }), slotOf({ ...passkeyWay, name: 'Phone', removable: false })] }
    const screen = await show(<Security />)
    const rows = Array.from(screen.root.querySelectorAll('.slot'), (row) => row.textContent)
    expect(rows[0]).toContain('OfficePassword, since')
    expect(rows[1]).toContain('PhonePasskey, since')
    expect(screen.button('Remove Office')).toBeDefined()
    expect(() => screen.button('Remove Phone')).toThrow()
  })

  it('says when a password alone undoes a password and passkey together', async () => {
    const both = slotOf({ ...passkeyWay, kind: 'password+passkey', name: 'Both' })
    view = { ...security, slots: [both] }
    expect((await show(<Security />)).text()).not.toContain('adds no strength')
    view = { ...security, slots: [both, slotOf({})] }
    expect((await show(<Security />)).text()).toContain('this pair adds no strength')
  })

  it('is removed only after saying what that means, and with a proof', async () => {
    view = { ...security, slots: [slotOf({ name: 'Office' })] }
    const screen = await show(<Security />)
    await screen.click('Remove Office')
    expect(screen.text()).toContain('This password will no longer open the wallet.')
    expect(worker.inputs('slots.remove')).toEqual([])
    await screen.click('Remove')
    await prove(screen)
    const { slot } = passwordWay
    expect(worker.inputs('slots.remove')).toEqual([{ slot }, { slot, stepUp: proof }])
    expect(worker.inputs('security.read')).toHaveLength(2)
  })

  it('is kept by second thoughts', async () => {
    const screen = await show(<Security />)
    await screen.click('Remove Password')
    await screen.click('Keep it')
    expect(worker.inputs('slots.remove')).toEqual([])
    expect(screen.text()).not.toContain('will no longer open')
  })

  it('is renamed without a proof, and never to nothing', async () => {
    const screen = await show(<Security />)
    await screen.click('Rename Password')
    await screen.type('Name', '  ')
    await screen.click('Save')
    expect(screen.text()).toContain('Give it a name.')
    await screen.type('Name', ' Office ')
    await screen.click('Save')
    expect(worker.inputs('slots.rename')).toEqual([{ slot: passwordWay.slot, name: 'Office' }])
  })

  it('says when it cannot be read, and still shows what needs no worker', async () => {
    worker = fakeWorker({})
    const screen = await show(<Security />)
    expect(screen.text()).toContain('Farthing did not answer.')
    expect(screen.text()).toContain('What each way protects against')
    await screen.click('Try again')
    expect(worker.inputs('security.read')).toHaveLength(2)
  })
})

describe('another password', () => {
  it.each([
    ['short', 'short', 'Use at least ten characters.'],
    ['password123', 'password123', 'Many people use this one'],
    [strong, `${strong}.`, 'The two are not the same.'],
  ])('is not added as %j and %j', async (password, repeated, sentence) => {
    const screen = await show(<Security />)
    await screen.click('A password')
    await screen.type('New password', password)
    await screen.type('The same again', repeated)
    await screen.click('Add this password')
    expect(screen.text()).toContain(sentence)
    expect(worker.inputs('slots.add')).toEqual([])
  })

  it('is added with a proof; the form behind it is not sent a second time by that', async () => {
    const screen = await show(<Security />)
    await screen.click('A password')
    await screen.type('What to call it', ' Spare ')
    await screen.type('New password', strong)
    await screen.type('The same again', strong)
    await screen.click('Add this password')
    await prove(screen)
    const slot = { kind: 'password', name: 'Spare', password: strong }
    expect(worker.inputs('slots.add')).toEqual([{ slot }, { slot, stepUp: proof }])
    expect(screen.text()).toContain('“Spare” opens this wallet from now on.')
  })

  it('stays typed when the reader says "not now", or the worker refuses', async () => {
    const screen = await show(<Security />)
    await screen.click('A password')
    await screen.type('New password', strong)
    await screen.type('The same again', strong)
    await screen.click('Add this password')
    const notNow = dialog(screen)?.querySelector<HTMLElement>('button.button-secondary')
    await act(() => notNow?.click())
    await screen.settle()
    expect(screen.field('New password').value).toBe(strong)
    refusal = { ok: false, code: 'refused', sentence: 'There is no room for another.' }
    await screen.click('Add this password')
    expect(screen.text()).toContain('There is no room for another.')
    expect(screen.field('New password').value).toBe(strong)
  })
})

describe('a passkey', () => {
  const id = bytes(20, 4)
  const secret = bytes(32, 8)
  const made = credential(id, { enabled: true, results: { first: secret.buffer } })

  it('is made and then added with a proof', async () => {
    credentials.create.mockResolvedValue(made)
    const screen = await show(<Security />)
    await screen.click('A passkey')
    await screen.type('What to call it', 'Phone')
    await screen.click('Make the passkey')
    await prove(screen)
    const [, second] = worker.inputs('slots.add') as Input<'slots.add'>[]
    expect(second).toMatchObject({
      slot: { kind: 'passkey', name: 'Phone', credential: base64(id), prf: base64(secret), rpId: null },
      stepUp: proof,
    })
  })

  it('is made once, however often adding it has to be tried', async () => {
    credentials.create.mockResolvedValue(made)
    const screen = await show(<Security />)
    await screen.click('A passkey')
    refusal = { ok: false, code: 'failed', sentence: 'Farthing did not answer.' }
    await screen.click('Make the passkey')
    await screen.click('Make the passkey')
    expect(worker.inputs('slots.add')).toHaveLength(2)
    expect(credentials.create).toHaveBeenCalledOnce()
  })

  it.each([
    ['NotAllowedError', 'No passkey was made.'],
    ['NotSupportedError', 'This passkey cannot open a wallet'],
    ['UnknownError', 'The passkey could not be made.'],
  ])('that ends in %s adds nothing, and says so', async (name, sentence) => {
    credentials.create.mockRejectedValue(fault(name))
    const screen = await show(<Security />)
    await screen.click('A passkey')
    await screen.click('Make the passkey')
    expect(screen.text()).toContain(sentence)
    expect(worker.inputs('slots.add')).toEqual([])
  })

  it('without what makes key material is refused', async () => {
    credentials.create.mockResolvedValue(credential(id, { enabled: false }))
    const screen = await show(<Security />)
    await screen.click('A passkey')
    await screen.click('Make the passkey')
    expect(screen.text()).toContain('Nothing was added.')
    expect(worker.inputs('slots.add')).toEqual([])
  })

  it('cannot be chosen where the browser has none, and the page says why', async () => {
    vi.unstubAllGlobals()
    const screen = await show(<Security />)
    await screen.click('A passkey')
    expect(screen.text()).toContain('This browser cannot use passkeys here.')
    expect(() => screen.button('Make the passkey')).toThrow()
    await screen.click('A password')
    expect(screen.field('New password')).toBeDefined()
  })

  it('together with a password takes a strong one first, and says what a password alone still opens', async () => {
    credentials.create.mockResolvedValue(made)
    const screen = await show(<Security />)
    await screen.click('Password and passkey together')
    expect(screen.text()).toContain('goes on opening the wallet alone')
    await screen.click('Make the passkey')
    expect(credentials.create).not.toHaveBeenCalled()
    await screen.type('New password', strong)
    await screen.type('The same again', strong)
    await screen.click('Make the passkey')
    expect(worker.inputs('slots.add')).toMatchObject([{ slot: { kind: 'password+passkey', password: strong, prf: base64(secret) } }])
  })
})

describe('a recovery code', () => {
  async function make() {
    const screen = await show(<Security />)
    await screen.click('A recovery code')
    await prove(screen)
    return screen
  }
  const groups = (screen: Screen) => Array.from(screen.root.querySelectorAll('.recovery-code span'), (group) => group.textContent)

  it('is shown in its groups, and not in a field', async () => {
    const screen = await make()
    expect(groups(screen)).toEqual(recovery.split('-'))
    expect(dialog(screen)?.querySelector('input, textarea')).toBeNull()
  })

  it('is not lost to Escape, and gone for good once it is written down', async () => {
    const screen = await make()
    await act(() => void dialog(screen)?.dispatchEvent(new Event('cancel', { cancelable: true })))
    await act(() => dialog(screen)?.close())
    expect(dialog(screen)?.open).toBe(true)
    await screen.click('I have written it down')
    expect(dialog(screen)).toBeNull()
    expect(screen.root.innerHTML).not.toContain('ABCD')
  })

  it('can be copied and printed', async () => {
    const print = vi.fn()
    window.print = print
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const screen = await make()
    await screen.click('Print')
    expect(print).toHaveBeenCalledOnce()
    await screen.click('Copy: Recovery code')
    expect(copied).toHaveBeenCalledExactlyOnceWith(recovery)
  })
})

describe('the twelve words', () => {
  async function shown() {
    const screen = await show(<Security />)
    await screen.click('Show the words')
    await prove(screen)
    return screen
  }
  const listed = (screen: Screen) => Array.from(screen.root.querySelectorAll('.words-word'), (word) => word.textContent)

  it('are shown after a proof, as text, in no field and to no clipboard', async () => {
    const screen = await show(<Security />)
    await screen.click('Show the words')
    expect(screen.root.innerHTML).not.toContain('lamp')
    await prove(screen)
    expect(listed(screen)).toEqual(twelve)
    expect(screen.root.querySelector('.words input, .words textarea, .words button, .words [contenteditable]')).toBeNull()
  })

  it('hide after a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    const screen = await shown()
    await act(() => void vi.advanceTimersByTime(shownForMs - 5_000))
    expect(listed(screen)).toEqual(twelve)
    await act(() => void vi.advanceTimersByTime(5_000))
    expect(screen.root.innerHTML).not.toContain('lamp')
  })

  const leaving: [string, () => void][] = [
    ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
    [
      'the tab is hidden',
      () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
        document.dispatchEvent(new Event('visibilitychange'))
        vi.restoreAllMocks()
      },
    ],
  ]

  it.each(leaving)('hide when %s, and take a new proof to be seen again', async (_name, leave) => {
    const screen = await shown()
    await act(leave)
    expect(screen.root.innerHTML).not.toContain('lamp')
    await screen.click('Show the words')
    expect(screen.root.innerHTML).not.toContain('lamp')
    expect(dialog(screen)?.open).toBe(true)
  })

  it('hide when told to', async () => {
    const screen = await shown()
    await screen.click('Hide the words')
    expect(screen.root.innerHTML).not.toContain('lamp')
  })

  it('that were confirmed are not asked for again', async () => {
    const screen = await shown()
    expect(screen.text()).not.toContain('I have written them down')
  })

  it('that were not are asked for, three of them, and are not on screen meanwhile', async () => {
    wallet = { ...unlocked, backedUp: false }
    const screen = await shown()
    await screen.click('I have written them down')
    expect(listed(screen)).toEqual([])
    expect(screen.root.innerHTML).not.toContain('lamp')
    const asked = Array.from(screen.root.querySelectorAll('label'), (label) => label.textContent).filter((label) => label.startsWith('Word '))
    expect(asked).toHaveLength(3)
    for (const label of asked) await screen.type(label, 'wren')
    await screen.click('Check')
    expect(worker.inputs('wallet.confirmBackup')).toEqual([])
    for (const label of asked) await screen.type(label, twelve[Number(label.slice(5)) - 1] ?? '')
    wallet = unlocked
    await screen.click('Check')
    expect(worker.inputs('wallet.confirmBackup')).toHaveLength(1)
    expect(screen.text()).not.toContain('You have not shown yet')
  })
})

describe('a week later', () => {
  const askedFor = (screen: Screen) =>
    Array.from(screen.root.querySelectorAll('label'), (label) => label.textContent).filter((label) => label.startsWith('Word '))
  const placeOf = (label: string) => Number(label.slice(5))
  async function check(wordAt: (place: number) => string) {
    view = { ...view, drillDueAt: Date.now() - 1 }
    const screen = await show(<Security />)
    await screen.click('Check three of them')
    for (const label of askedFor(screen)) await screen.type(label, wordAt(placeOf(label)))
    await screen.click('Check')
    return screen
  }
  const right = (place: number) => twelve[place - 1] ?? ''

  it.each([
    ['not due yet', () => Date.now() + 60_000],
    ['not due at all', () => null],
  ])('nothing is asked when it is %s', async (_name, due) => {
    view = { ...view, drillDueAt: due() }
    expect((await show(<Security />)).text()).not.toContain('Can you find them?')
  })

  it('three different places are asked for, in order, and sent with a proof', async () => {
    const screen = await check((place) => ` ${right(place).toUpperCase()}`)
    const places = askedFor(screen).map(placeOf)
    expect(places).toHaveLength(3)
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
    const given = places.map((place) => ({ place, word: right(place) }))
    await prove(screen)
    expect(worker.inputs('words.check')).toEqual([{ words: given }, { words: given, stepUp: proof }])
  })

  it('right ones are said to be, also once nothing is due any more', async () => {
    const screen = await check(right)
    view = { ...view, drillDueAt: null }
    await prove(screen)
    expect(screen.text()).toContain('They are right.')
    expect(screen.text()).not.toContain('Can you find them?')
    expect(worker.inputs('security.read')).toHaveLength(2)
  })

  it('wrong ones lead back to the words', async () => {
    const screen = await check(() => 'wren')
    await prove(screen)
    expect(screen.text()).toContain('These are not the words. Show them again and write them down anew.')
    expect(screen.button('Show the words')).toBeDefined()
    expect(screen.button('Check three of them')).toBeDefined()
  })

  it('a word that is missing is not sent', async () => {
    const screen = await check((place) => (place % 2 === 0 ? right(place) : ' '))
    const missing = screen.root.querySelectorAll('.field-wrong').length
    expect(missing).toBe(askedFor(screen).filter((label) => placeOf(label) % 2 === 1).length)
    expect(worker.inputs('words.check')).toHaveLength(missing === 0 ? 1 : 0)
  })

  it('nobody is asked for words that were never written down', async () => {
    wallet = { ...unlocked, backedUp: false }
    view = { ...view, drillDueAt: Date.now() - 1 }
    expect((await show(<Security />)).text()).not.toContain('Can you find them?')
  })
})

describe('a backup file', () => {
  const saved: { name: string; text: Promise<string> }[] = []
  let released: string[]
  beforeEach(() => {
    saved.length = 0
    released = []
    let content = new Blob()
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      content = blob as Blob
      return `blob:farthing/${saved.length}`
    })
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void released.push(address))
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, text: content.text() })
    })
  })
  afterEach(() => vi.restoreAllMocks())

  async function make(passphrase = strong, repeated = passphrase) {
    const screen = await show(<Security />)
    await screen.click('Make a backup file')
    await screen.type('Passphrase of this file', passphrase)
    await screen.type('The same again', repeated)
    await screen.click('Make the file')
    return screen
  }
  async function proved() {
    const screen = await make()
    await prove(screen)
    return screen
  }
  const alerts = (screen: Screen) => Array.from(screen.root.querySelectorAll('[role=alert]'), (alert) => alert.textContent).join('')
  const refused = { ok: false as const, code: 'failed' as const, sentence: 'Something went wrong inside Farthing.' }

  it.each([
    ['short', 'short', 'Use at least ten characters.'],
    [strong, `${strong}.`, 'The two are not the same.'],
  ])('is not made under %j and %j', async (passphrase, repeated, sentence) => {
    const screen = await make(passphrase, repeated)
    expect(screen.text()).toContain(sentence)
    expect(worker.inputs('backup.make')).toEqual([])
  })

  it('is made with a proof, line after line, and saved whole under the name of its day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 25, 12) })
    const screen = await proved()
    expect(worker.inputs('backup.make')).toEqual([{ passphrase: strong }, { passphrase: strong, stepUp: proof }])
    expect(worker.inputs('backup.read')).toEqual([
      { file, line: 1, from: null },
      { file, line: 2, from: 'after 1' },
      { file, line: 3, from: 'after 2' },
    ])
    expect(saved.map(({ name }) => name)).toEqual(['farthing-2026-11-25.backup'])
    expect(await saved[0]?.text).toBe('first\nline 1\nline 2\nline 3\n')
    const said = Array.from(screen.root.querySelectorAll('[role=status]'), (status) => status.textContent).join('')
    expect(said).toContain('Saved: farthing-2026-11-25.backup. Keep it on another device, and the passphrase somewhere else.')
    expect(document.activeElement?.textContent).toBe('A backup file')
    expect(screen.root.innerHTML).not.toContain(strong)
    expect(worker.inputs('security.read')).toHaveLength(2)
  })

  it('is let go of after it was saved, not before the browser has begun', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    await proved()
    expect(saved).toHaveLength(1)
    expect(released).toEqual([])
    await act(() => void vi.advanceTimersByTime(60_000))
    expect(released).toEqual(['blob:farthing/0'])
  })

  it('is not begun by second thoughts, and its passphrase stays typed', async () => {
    const screen = await make()
    const notNow = dialog(screen)?.querySelector<HTMLElement>('button.button-secondary')
    await act(() => notNow?.click())
    await screen.settle()
    expect(worker.inputs('backup.read')).toEqual([])
    expect(screen.field('Passphrase of this file').value).toBe(strong)
    expect(alerts(screen)).toBe('')
  })

  it('is not saved by halves, says why, and can be tried again', async () => {
    const before = readLine
    readLine = (input) => (input.line === 2 ? refused : before(input))
    const screen = await proved()
    expect(saved).toEqual([])
    expect(alerts(screen)).toContain(refused.sentence)
    readLine = before
    await screen.click('Make the file')
    expect(alerts(screen)).toBe('')
    await prove(screen)
    expect(saved).toHaveLength(1)
  })

  describe('on its way', () => {
    let answer: (reply: Reply<'backup.read'>) => void
    beforeEach(() => {
      readLine = () => new Promise((resolve) => (answer = resolve))
    })
    const more = reply({ line: 'x'.repeat(3_199_993), next: 'more' })

    it('says how much there is, and is made once, however often the button is pressed', async () => {
      const screen = await proved()
      answer(more)
      await screen.settle()
      expect(screen.text()).toContain('Making the file. 3.2 MB so far')
      expect(screen.button('Making the file').getAttribute('aria-disabled')).toBe('true')
      screen.root.querySelector<HTMLFormElement>('form.stack')?.requestSubmit()
      await screen.settle()
      expect(worker.inputs('backup.make')).toHaveLength(2)
      answer(reply({ line: 'last', next: null }))
      await screen.settle()
      expect(saved).toHaveLength(1)
    })

    it.each([
      ['stopped', (screen: Screen) => screen.click('Stop')],
      ['left with the page', () => show(<p>Elsewhere</p>)],
    ])('is given up when it is %s: nothing more is asked for or saved', async (_name, leave) => {
      const screen = await proved()
      await leave(screen)
      answer(more)
      await screen.settle()
      expect(worker.inputs('backup.read')).toHaveLength(1)
      expect(saved).toEqual([])
    })
  })

  it('is not begun for somebody who left while the proof was looked at', async () => {
    let proven: (reply: Reply<'stepUp.prove'>) => void = () => undefined
    worker = fakeWorker({
      'security.read': () => reply(view),
      'wallet.read': () => reply(wallet),
      'settings.read': () => reply(kept),
      'stepUp.begin': () => reply({ id: proof, sentence: 'About it.', ways: [passwordWay], code: false }),
      'stepUp.prove': () => new Promise((resolve) => (proven = resolve)),
      'backup.make': ({ stepUp }) => guarded(stepUp, { file, line: 'first' }),
    })
    const screen = await proved()
    await show(<p>Elsewhere</p>)
    proven(reply(null))
    await screen.settle()
    expect(worker.inputs('backup.read')).toEqual([])
    expect(saved).toEqual([])
  })

  const told = (events: SecurityView['events']) => {
    view = { ...view, events }
    return show(<Security />)
  }

  it('says when the last one was made', async () => {
    expect((await told([])).text()).toContain('None was made yet.')
    const older = { at: at - 86_400_000 * 3, kind: 'backup-made', way: null } as const
    expect((await told([{ at, kind: 'unlocked', way: 'password' }, { at, kind: 'backup-made', way: null }, older])).text()).toContain('The last one was made on 3 Mar 2026.')
  })

  it('never says that none was made where older events may be missing', async () => {
    const screen = await told(Array.from({ length: 50 }, () => ({ at, kind: 'unlocked', way: 'password' }) as const))
    expect(screen.text()).not.toContain('None was made yet.')
    expect(screen.text()).toContain('None was made lately.')
  })
})

describe('a PIN', () => {
  async function choose(pin: string, repeated = pin) {
    const screen = await show(<Security />)
    await screen.click(view.pin ? 'Change the PIN' : 'Set a PIN')
    await screen.type('New PIN', pin)
    await screen.type('The same again', repeated)
    await screen.click('Use this PIN')
    return screen
  }

  it.each([
    ['123', '123', 'A PIN has four to twelve digits.'],
    ['12a4', '12a4', 'A PIN has four to twelve digits.'],
    ['2580', '2581', 'The two are not the same.'],
  ])('is not set as %j and %j', async (pin, repeated, sentence) => {
    const screen = await choose(pin, repeated)
    expect(screen.text()).toContain(sentence)
    expect(worker.inputs('pin.set')).toEqual([])
  })

  it.each([false, true])('is set with a proof, in fields that nothing remembers (set before: %s)', async (before) => {
    view = { ...view, pin: before }
    const screen = await choose('2580')
    const { type, autocomplete, inputMode } = screen.field('New PIN')
    expect([type, autocomplete, inputMode]).toEqual(['text', 'off', 'numeric'])
    await prove(screen)
    expect(worker.inputs('pin.set')).toEqual([{ pin: '2580' }, { pin: '2580', stepUp: proof }])
    expect(screen.text()).toContain('This PIN opens the wallet until the browser is closed.')
    expect(screen.root.innerHTML).not.toContain('2580')
    expect(screen.button('Forget the PIN')).toBeDefined()
    view = { ...view, pin: false }
    worker.changed('wallet')
    await screen.settle()
    expect(screen.text()).not.toContain('This PIN opens the wallet')
  })

  it('is forgotten at once, and can be forgotten only while there is one', async () => {
    const without = await show(<Security />)
    expect(() => without.button('Forget the PIN')).toThrow()
    view = { ...view, pin: true }
    const screen = await show(<Security />)
    await screen.click('Forget the PIN')
    expect(worker.inputs('pin.clear')).toEqual([{}])
    expect(screen.text()).toContain('The PIN is forgotten.')
    expect(() => screen.button('Forget the PIN')).toThrow()
  })
})

describe('the confirmation code', () => {
  async function make() {
    const screen = await show(<Security />)
    await screen.click('Add a confirmation code')
    expect(screen.root.innerHTML).not.toContain('JBSW')
    await prove(screen)
    return screen
  }

  it('is never called anything that promises more', async () => {
    const screen = await make()
    expect(screen.text()).toContain('does not make the wallet harder to open for somebody who has the password')
    expect(screen.text()).not.toMatch(/factor|2fa/i)
  })

  it('hands its secret over as a picture and in groups, to be copied whole', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const screen = await make()
    expect(screen.root.querySelector('.qr')).not.toBeNull()
    const groups = Array.from(screen.root.querySelectorAll('.code-secret span'), (group) => group.textContent)
    expect(groups).toEqual(['JBSW', 'Y3DP', 'EHPK', '3PXP', 'JBSW', 'Y3DP', 'EHPK', '3PXP'])
    await screen.click('Copy: Secret of the confirmation code')
    expect(copied).toHaveBeenCalledExactlyOnceWith(made.secret)
  })

  it('is on only once the app has shown a right one', async () => {
    const screen = await make()
    await screen.type('The six digits your app shows', '12345')
    await screen.click('Turn it on')
    expect(worker.inputs('code.confirm')).toEqual([])
    await screen.type('The six digits your app shows', '000000')
    await screen.click('Turn it on')
    expect(screen.text()).toContain('That is not the confirmation code.')
    await screen.type('The six digits your app shows', '123 456')
    await screen.click('Turn it on')
    expect(worker.inputs('code.confirm')).toEqual([{ code: '000000' }, { code: '123456' }])
    expect(screen.text()).toContain('From now on the confirmation code is asked for')
    expect(screen.root.innerHTML).not.toContain('JBSW')
  })

  it('is left off by second thoughts, with its secret gone from the page', async () => {
    const screen = await make()
    await screen.click('Not now')
    expect(screen.root.innerHTML).not.toContain('JBSW')
    expect(worker.inputs('code.confirm')).toEqual([])
    expect(screen.button('Add a confirmation code')).toBeDefined()
  })

  it('is removed after a question, and with a proof', async () => {
    view = { ...view, code: true }
    const screen = await show(<Security />)
    await screen.click('Remove the confirmation code')
    expect(screen.text()).toContain('The code is no longer asked for')
    expect(worker.inputs('code.remove')).toEqual([])
    await screen.click('Remove it')
    await prove(screen)
    expect(worker.inputs('code.remove')).toEqual([{}, { stepUp: proof }])
    expect(screen.button('Add a confirmation code')).toBeDefined()
  })

  it('is kept by second thoughts', async () => {
    view = { ...view, code: true }
    const screen = await show(<Security />)
    await screen.click('Remove the confirmation code')
    await screen.click('Keep it')
    expect(worker.inputs('code.remove')).toEqual([])
  })
})

describe('asking again', () => {
  async function choose(screen: Screen, value: string) {
    const select = screen.root.querySelector('select')
    await act(() => {
      if (select === null) return
      select.selectedIndex = [...select.options].findIndex((option) => option.value === value)
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await screen.settle()
  }

  it('is offered in dollars, from never to ten', async () => {
    const screen = await show(<Security />)
    const options = Array.from(screen.root.querySelectorAll('option'), (option) => [option.value, option.textContent])
    expect(options).toEqual([
      ['never', 'Never'],
      ['500000', '$0.50'],
      ['1000000', '$1'],
      ['2000000', '$2'],
      ['5000000', '$5'],
      ['10000000', '$10'],
    ])
    expect(screen.field('Confirm payments above').value).toBe('1000000')
  })

  it('shows also what is not offered', async () => {
    kept = { ...settings, askAbove: '3500000' }
    const screen = await show(<Security />)
    expect(screen.field('Confirm payments above').value).toBe('3500000')
    expect(screen.text()).toContain('$3.50')
  })

  it.each([
    ['5000000', '5000000'],
    ['never', null],
  ])('is changed to %s with a proof', async (value, askAbove) => {
    const screen = await show(<Security />)
    await choose(screen, value)
    await prove(screen)
    expect(worker.inputs('settings.change')).toEqual([{ askAbove }, { askAbove, stepUp: proof }])
    expect(screen.field('Confirm payments above').value).toBe(value)
  })
})

describe('at the door', () => {
  it('wrong tries are told in words', async () => {
    view = { ...view, events: [{ at, kind: 'failed', way: 'recovery' }, { at, kind: 'failed', way: null }, { at, kind: 'unlocked', way: null }] }
    const screen = await show(<Security />)
    const rows = Array.from(screen.root.querySelectorAll('.door-events tbody tr'), (row) => Array.from(row.children, (cell) => cell.textContent).slice(1))
    expect(rows).toEqual([
      ['Wrong try: it stayed closed', 'Recovery code'],
      ['Wrong try: it stayed closed', 'not known'],
      ['Opened', 'PIN'],
    ])
  })

  it('every kind of event has words of its own, and nothing is said to be unknown where there is nothing to know', async () => {
    const kinds = ['words-right', 'words-wrong', 'code-added', 'code-removed', 'pin-destroyed', 'backup-made', 'backup-restored', 'books-saved', 'books-given'] as const
    view = { ...view, events: kinds.map((kind) => ({ at, kind, way: null })) }
    const screen = await show(<Security />)
    const said = Array.from(screen.root.querySelectorAll('.door-events tbody td:nth-child(2)'), (cell) => cell.textContent)
    expect(new Set(said).size).toBe(kinds.length)
    expect(said.every((words) => words !== '')).toBe(true)
    expect(screen.root.querySelector('.door-events tbody')?.textContent).not.toContain('not known')
  })

  it('nothing is said to be nothing', async () => {
    expect((await show(<Security />)).text()).toContain('Nothing has happened yet.')
  })
})
