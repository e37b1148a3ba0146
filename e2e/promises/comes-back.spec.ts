import { Extension, send } from '../support/extension'
import { password, Reader } from '../support/reader'
import { expect, test } from '../support/test'

test.use({ newlyInstalled: true })

/** What the worker may be busy with when it dies. None of it is waited for. */
const busyWith = {
  nothing: async () => undefined,
  'reading the purse': ({ desk }: Reader) => send(desk, 'account.read', {}),
  'trying a wrong password': ({ desk }: Reader) => send(desk, 'wallet.unlock', { factor: { kind: 'password', password: 'wren on a tin coin 1821' } }),
  'proving the reader': async ({ desk }: Reader) => {
    const begun = await send(desk, 'stepUp.begin', { act: { type: 'words.read', input: {} } })
    return begun.ok ? send(desk, 'stepUp.prove', { id: begun.value.id, factor: { kind: 'password', password }, code: null }) : null
  },
  'opening a page with a price': (reader: Reader) => reader.visit(reader.world.articles.paid),
} as const

test('an open wallet whose worker dies, whatever it was doing, is open again; a shut one stays shut; a closed browser shuts it', async ({ extension, world }) => {
  test.setTimeout(120_000)
  const reader = await Reader.withPurse(extension, world, '5')
  const { desk, address } = reader
  const state = async () => (await extension.ask(desk, 'wallet.read', {})).state
  for (const [doing, begin] of Object.entries(busyWith)) {
    await test.step(doing, async () => {
      // A question that the dying worker leaves unanswered fails, and that is all right.
      const left = begin(reader).catch(() => null)
      await extension.killWorker(desk)
      expect(await state()).toBe('unlocked')
      expect((await extension.ask(desk, 'account.read', {})).address).toBe(address)
      await left
    })
  }
  await reader.lock()
  await extension.killWorker(desk)
  expect(await state()).toBe('locked')
  expect(await send(desk, 'account.read', {})).toMatchObject({ ok: false, code: 'locked' })

  await reader.open()
  await extension.quit()
  const later = await Extension.launch({ profile: extension.profile })
  const page = await later.open('dashboard.html')
  expect((await later.ask(page, 'wallet.read', {})).state).toBe('locked')
  await later.quit()
})
