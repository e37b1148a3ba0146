import { dumpStores } from '../stolen/stores'
import type { ExtensionWorker } from '../support/driven'
import { send } from '../support/extension'
import type { Reader } from '../support/reader'
import { expect, test } from '../support/test'

/** The parts of the extension API that let a test stand in for the browser: what happens, happens now. */
interface Happening {
  readonly idle: { readonly onStateChanged: { dispatch(state: string): void } }
  readonly alarms: {
    readonly onAlarm: { dispatch(alarm: { readonly name: string }): void }
    get(name: string): Promise<{ readonly scheduledTime: number } | undefined>
  }
  readonly commands: { readonly onCommand: { dispatch(command: string): void } }
}

const happen = (worker: ExtensionWorker, event: 'the screen is locked' | 'the time is up' | 'the shortcut is pressed') =>
  worker.evaluate((what) => {
    const { idle, alarms, commands } = (globalThis as unknown as { chrome: Happening }).chrome
    if (what === 'the screen is locked') idle.onStateChanged.dispatch('locked')
    else if (what === 'the time is up') alarms.onAlarm.dispatch({ name: 'auto-lock' })
    else commands.onCommand.dispatch('lock')
  }, event)

async function expectLocked({ extension, desk }: Reader): Promise<void> {
  await expect.poll(async () => (await extension.ask(desk, 'wallet.read', {})).state).toBe('locked')
  const key = (await dumpStores(desk)).find((entry) => entry.store === 'storage.session' && entry.key === 'wallet')
  expect(key?.value ?? null, 'the view key is gone').toBeNull()
  for (const type of ['account.read', 'security.read'] as const) expect(await send(desk, type, {})).toMatchObject({ ok: false, code: 'locked' })
}

test('the wallet locks itself when the screen is locked, when nobody is there, and by the shortcut', async ({ reader }) => {
  const { extension } = reader
  for (const event of ['the screen is locked', 'the time is up', 'the shortcut is pressed'] as const) {
    await test.step(event, async () => {
      expect(await extension.ask(reader.desk, 'wallet.read', {})).toMatchObject({ state: 'unlocked' })
      await happen(await extension.worker(), event)
      await expectLocked(reader)
      await reader.open()
    })
  }
})

test('the time without use is what the reader set, and is not forgotten by a worker that dies', async ({ reader }) => {
  const { extension, desk } = reader
  const minutes = 5
  const due = () =>
    desk.evaluate(async () => {
      const { alarms } = (globalThis as unknown as { chrome: Happening }).chrome
      return (await alarms.get('auto-lock'))?.scheduledTime ?? 0
    })
  await extension.ask(desk, 'settings.change', { autoLockMinutes: minutes })
  await extension.ask(desk, 'wallet.read', {})
  await expect.poll(async () => Math.abs((await due()) - Date.now() - minutes * 60_000)).toBeLessThan(30_000)
  await extension.killWorker(desk)
  expect(await due()).toBeGreaterThan(Date.now())
  expect(await extension.ask(desk, 'wallet.read', {}), 'a worker that comes back is open still').toMatchObject({ state: 'unlocked' })
  await happen(await extension.worker(), 'the time is up')
  await expectLocked(reader)
})
