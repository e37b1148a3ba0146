import type { World } from '../../demo/world/index'
import { Extension, send } from '../support/extension'
import { Reader } from '../support/reader'
import { expect, test } from '../support/test'
import { moveClock, untilLastSecondOfMonth } from '../support/worker-clock'
import { longUnless } from '../support/long'

const cents = (count: number): bigint => BigInt(count) * 10_000n
const day = 24 * 60 * 60_000

/** Everything The Lantern sells as a page, and a part of one. */
const sold = ({ articles }: World) => [articles.paid, articles.script, articles.dearer, articles.slow, articles.fragment]

/** What a question has come to. */
async function outcome({ desk, extension }: Reader, approval: string): Promise<string> {
  const view = await extension.ask(desk, 'approval.read', { approval })
  return view.state === 'refused' ? view.remedy : view.state
}

/** A question with its price on screen, and what would be agreed to. */
async function asked(reader: Reader, url: string): Promise<{ readonly approval: string; readonly message: `0x${string}` }> {
  const { page, payButton } = await reader.ask(await reader.visit(url))
  await expect(payButton).toBeVisible()
  const approval = new URL(page.url()).searchParams.get('approval') ?? ''
  const view = await reader.extension.ask(reader.desk, 'approval.read', { approval })
  return { approval, message: view.state === 'ready' ? view.quote.message : '0x' }
}

/** Agrees to an article and waits until it is paid. */
async function buy(reader: Reader, url: string): Promise<void> {
  await reader.spends(cents(5), async () => {
    expect(await send(reader.desk, 'approval.agree', await asked(reader, url))).toMatchObject({ ok: true })
    await reader.expectPayment('delivered')
  })
}

/** Asks for an article, and is told of a limit instead of a price. */
async function expectLimit(reader: Reader, url: string): Promise<void> {
  await reader.spends(0n, async () => {
    const { page, payButton } = await reader.ask(await reader.visit(url))
    await expect(page.getByRole('button', { name: 'See your limits' })).toBeVisible()
    await expect(payButton).toHaveCount(0)
  })
}

const limits = { 'a day on one site': 'siteDay', 'a day': 'day', 'a month': 'month' } as const
for (const [name, limit] of Object.entries(limits)) {
  test(`never over the limit of ${name}: every yes at the same moment`, longUnless(['siteDay'], limit), async ({ reader, world }) => {
    test.slow()
    await world.tellNewspaper('', { slowMs: 0 })
    await reader.allow({ [limit]: (cents(17) + 1n).toString() })
    const yeses: Awaited<ReturnType<typeof asked>>[] = []
    for (const url of sold(world)) yeses.push(await asked(reader, url))
    const before = await reader.balance()
    await Promise.all(yeses.map((yes) => send(reader.desk, 'approval.agree', yes)))
    const outcomes = () => Promise.all(yeses.map(({ approval }) => outcome(reader, approval)))
    // The window of what was paid closes by itself: its question is gone then.
    const open = async () => (await outcomes()).filter((one) => !['done', 'gone', 'limits'].includes(one))
    await expect.poll(open, { timeout: 45_000 }).toEqual([])
    await expect.poll(async () => (await reader.extension.ask(reader.desk, 'limits.read', {})).used.day.held.atomic, { timeout: 100_000 }).toBe('0')
    const spent = before - (await reader.balance())
    expect(spent, 'the chain shows that it was used').toBeGreaterThanOrEqual(cents(10))
    expect(spent, 'and not gone over').toBeLessThanOrEqual(cents(17) + 1n)
    const { used } = await reader.extension.ask(reader.desk, 'limits.read', {})
    expect(used.day).toMatchObject({ held: { atomic: '0' }, paid: { atomic: spent.toString() } })
    expect(await outcomes()).toContain('limits')
  })
}

test('a clock set forward begins a day, and set back gives nothing away', async ({ reader, world }) => {
  const worker = await reader.extension.worker()
  await reader.allow({ day: cents(5).toString() })
  await buy(reader, world.articles.paid)
  await expectLimit(reader, world.articles.script)
  await moveClock(worker, day)
  await buy(reader, world.articles.script)
  for (const by of [day, 0, -day, -40 * day]) {
    await moveClock(worker, by)
    await expectLimit(reader, world.articles.dearer)
  }
})

test('a disk that fails between reserving and signing leaves nothing held back, in the worker that saw it and in the next', async ({ reader, world }) => {
  const { extension, desk } = reader
  await reader.allow({ siteDay: cents(5).toString() })
  const yes = await asked(reader, world.articles.paid)
  const worker = await extension.worker()
  // The purchase and its reservation are written, and nothing after them.
  await worker.evaluate(() => {
    const { add } = IDBObjectStore.prototype
    let events = 0
    IDBObjectStore.prototype.add = function (...given) {
      if (this.name === 'journal') events += 1
      if (events > 2) throw new DOMException('the disk is gone', 'AbortError')
      return add.apply(this, given)
    }
  })
  await reader.spends(0n, async () => {
    expect(await send(desk, 'approval.agree', yes)).toMatchObject({ ok: false })
    expect(await reader.payments()).toEqual([])
    await extension.killWorker(desk)
    expect(await reader.payments()).toEqual([])
  })
  const { used } = await extension.ask(desk, 'limits.read', {})
  expect(used.day).toMatchObject({ held: { atomic: '0' }, paid: { atomic: '0' } })
  await buy(reader, world.articles.paid)
  await expectLimit(reader, world.articles.script)
})

for (const timeZone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Australia/Adelaide']) {
  test(`a day and a month end when they end in ${timeZone}`, longUnless(['Pacific/Kiritimati'], timeZone), async ({ world }) => {
    const extension = await Extension.launch({ timeZone })
    try {
      const reader = await Reader.withPurse(extension, world, '5')
      const worker = await extension.worker()
      expect(await worker.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(timeZone)
      await reader.allow({ day: cents(5).toString(), month: cents(7).toString() })
      const lastSecond = await untilLastSecondOfMonth(worker)
      // Ten minutes before the border, so that a slow machine is not over it.
      await moveClock(worker, lastSecond - 10 * 60_000)
      await buy(reader, world.articles.paid)
      await moveClock(worker, lastSecond - 9 * 60_000)
      await expectLimit(reader, world.articles.script)
      await moveClock(worker, lastSecond + 1_001)
      await buy(reader, world.articles.script)
      await expectLimit(reader, world.articles.dearer)
      // The next day the month still counts: $0.02 of it is left.
      await moveClock(worker, lastSecond + day + 1_001)
      await expectLimit(reader, world.articles.dearer)
    } finally {
      await extension.dispose()
    }
  })
}
