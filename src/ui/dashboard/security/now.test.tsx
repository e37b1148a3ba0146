// @vitest-environment happy-dom
import { fakeWorker, reply, type FakeWorker } from '../../testing/fake-worker'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SecurityView } from '../../../messaging/views'
import { show } from '../../testing/screen'
import { settings } from '../testing'
import { freshWorker, known } from './testing'
import { Security } from './view'

let worker: FakeWorker

beforeEach(() => {
  worker = freshWorker({ 'wallet.lock': () => reply(null) })
})
afterEach(() => vi.useRealTimers())

describe('what is open now', () => {
  const today = new Date()
  today.setHours(10, 41, 0, 0)
  const now = async (facts: Partial<SecurityView>) => {
    vi.useFakeTimers({ toFake: ['Date'], now: today.getTime() + 3_600_000 })
    known.security = { ...known.security, ...facts }
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
    known.settings = { ...settings, autoLockMinutes }
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
    worker = fakeWorker({ 'security.read': () => reply(known.security), 'wallet.read': () => reply(known.wallet) })
    const screen = await show(<Security />)
    await screen.click('Lock now')
    const alerts = Array.from(screen.root.querySelectorAll('section:first-of-type [role=alert]'), (alert) => alert.textContent)
    expect(alerts.join()).toContain('Farthing did not answer.')
  })
})
