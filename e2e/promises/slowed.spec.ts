import type { Page } from 'playwright'
import type { Input } from '../../src/messaging/contract'
import { Extension, send } from '../support/extension'
import { password, type Reader } from '../support/reader'
import { expect, test } from '../support/test'

test.use({ newlyInstalled: true })

/**
 * Guessing is slow. How long each wait is, and what a clock that is turned does, needs a clock that can be set:
 * src/core/unlocking/attempts.test.ts and src/background/wallet/door.test.ts.
 */

const free = 5
const firstWaitMs = 30_000
const tooMany = /^Too many wrong tries\. You can try again at /

const unlock = (desk: Page, typed: string) => {
  const input: Input<'wallet.unlock'> = { factor: { kind: 'password', password: typed } }
  return send(desk, 'wallet.unlock', input)
}

const waitUntil = async (extension: Extension, desk: Page): Promise<number | null> => (await extension.ask(desk, 'wallet.read', {})).waitUntil

async function guess({ desk }: Reader, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    expect(await unlock(desk, `guess number ${time}`)).toMatchObject({ ok: false, code: 'wrong-factor', sentence: 'That is not the password.' })
  }
}

/** The right password, refused because it comes too early. */
async function expectSlowed(desk: Page): Promise<void> {
  expect(await unlock(desk, password)).toMatchObject({ ok: false, code: 'refused', sentence: expect.stringMatching(tooMany) })
}

test.describe('guessing is slowed', () => {
  test('five wrong tries are free, then even the right password waits, through a dead worker and a new start of the browser', async ({ reader }) => {
    const { extension, desk } = reader
    await reader.lock()
    await guess(reader, free - 1)
    expect(await waitUntil(extension, desk)).toBeNull()
    const before = Date.now()
    await guess(reader, 1)
    const until = (await waitUntil(extension, desk)) ?? 0
    expect(until - firstWaitMs).toBeGreaterThanOrEqual(before)
    expect(until - firstWaitMs).toBeLessThanOrEqual(Date.now())
    await expectSlowed(desk)
    expect(await waitUntil(extension, desk), 'a try that is refused costs nothing more').toBe(until)

    await test.step('the worker dies', async () => {
      await extension.killWorker(desk)
      expect(await waitUntil(extension, desk)).toBe(until)
      await expectSlowed(desk)
    })

    await test.step('the browser starts anew', async () => {
      await extension.quit()
      const later = await Extension.launch({ profile: extension.profile })
      try {
        const again = await later.open('dashboard.html')
        expect(await waitUntil(later, again)).toBe(until)
        await expectSlowed(again)
        expect(await later.ask(again, 'wallet.read', {})).toMatchObject({ state: 'locked' })
      } finally {
        await later.quit()
      }
    })
  })

  test('guesses made all at once are counted one by one', async ({ reader }) => {
    await reader.lock()
    const guesses = Array.from({ length: 4 * free }, (_, at) => unlock(reader.desk, at === 4 * free - 1 ? password : `guess number ${at}`))
    const replies = await Promise.all(guesses)
    const codes = replies.map((reply) => (reply.ok ? 'opened' : reply.code))
    expect(codes.filter((code) => code === 'wrong-factor')).toHaveLength(free)
    expect(codes.filter((code) => code === 'refused')).toHaveLength(3 * free)
    expect(await reader.extension.ask(reader.desk, 'wallet.read', {})).toMatchObject({ state: 'locked' })
  })

  test('the right one is let in, is told of the wrong ones before it, and begins a new count', async ({ reader }) => {
    const { extension, desk } = reader
    await reader.lock()
    await guess(reader, free - 1)
    await reader.open()
    const { events } = await extension.ask(desk, 'security.read', {})
    expect(events.slice(0, free).map(({ kind }) => kind)).toEqual(['unlocked', ...Array.from({ length: free - 1 }, () => 'failed')])
    await reader.lock()
    await guess(reader, free - 1)
    expect(await waitUntil(extension, desk)).toBeNull()
  })

  test('a PIN opens until five misses, counted through a dead worker, proves nothing, and goes with the browser', async ({ reader }) => {
    const { extension, desk } = reader
    const pin = '471100'
    const withPin = (typed: string) => send(desk, 'wallet.unlock', { factor: { kind: 'pin', pin: typed } })
    const setPin = () => extension.askGuarded(desk, 'pin.set', { pin }, password)
    await setPin()
    const { id } = await extension.ask(desk, 'stepUp.begin', { act: { type: 'words.read', input: {} } })
    const asProof = { id, factor: { kind: 'pin', pin }, code: null } as unknown as Input<'stepUp.prove'>
    expect(await send(desk, 'stepUp.prove', asProof)).toMatchObject({ ok: false, code: 'malformed' })
    await reader.lock()
    expect(await withPin(pin)).toMatchObject({ ok: true })

    await test.step('five misses', async () => {
      await reader.lock()
      for (const miss of ['0000', '1111', '2222', '3333']) expect(await withPin(miss)).toMatchObject({ ok: false, code: 'wrong-factor' })
      await extension.killWorker(desk)
      expect(await withPin('4444')).toMatchObject({ ok: false, code: 'wrong-factor' })
      expect(await withPin(pin), 'the right one, too late').toMatchObject({ ok: false, code: 'refused' })
      expect(await extension.ask(desk, 'wallet.read', {})).toMatchObject({ state: 'locked', pin: false, waitUntil: null })
    })

    await test.step('a new start of the browser', async () => {
      await reader.open()
      await setPin()
      await extension.quit()
      const later = await Extension.launch({ profile: extension.profile })
      try {
        const again = await later.open('dashboard.html')
        expect(await later.ask(again, 'wallet.read', {})).toMatchObject({ state: 'locked', pin: false })
      } finally {
        await later.quit()
      }
    })
  })
})
