import { createHash } from 'node:crypto'
import { canonicalize } from '@x402/extensions/offer-receipt'
import { isFromPayer, readRequest } from '../../demo/newspaper/refunds/request'
import { evidenceItems } from '../../src/core/dispute/problem'
import { search, soughtText, type Sought } from '../stolen/search'
import { hurries, issue } from '../support/allowance'
import { Dispute, pays } from '../support/disputing'
import { password, type Reader } from '../support/reader'
import { expect, test } from '../support/test'

/** What a seller says of a refund is shown as that, and the chain beside it. */

test.beforeEach(async ({ world, reader }) => {
  await world.forgetRefunds()
  await hurries(reader)
})
test.afterEach(async ({ world, reader }) => {
  world.setEndpoint({ down: false })
  await reader.extension.context.setOffline(false)
  await world.forgetRefunds()
})

const filed = async (reader: Reader, number: number): Promise<Dispute> => Dispute.file(reader, await pays(reader, await issue(reader, number)))
const madeUp = `0x${'7'.repeat(64)}`

test('a seller that says it has paid and has not, pays less, shows an old refund, or speaks of something else is not believed', async ({ reader, world }) => {
  test.slow()
  const before = await reader.balance()
  const [less, never] = [await filed(reader, 1), await filed(reader, 2)]
  const key = await never.key()

  await test.step('less than it says', async () => {
    await world.answerRefund({ key: await less.key(), pay: '20000', say: { status: 'executed', amount: '50000' } })
    const { back, answer, sentence } = await less.becomes('partly-refunded')
    expect([back?.atomic, answer?.agrees]).toEqual(['20000', false])
    expect(answer?.checked).toContain('Your purse says otherwise')
    expect(sentence).toMatch(/0[.,]02/)
  })

  await test.step('about another dispute', async () => {
    const { requests } = await world.setRefunds({})
    await world.answerRefund({ key, say: { status: 'executed', amount: '50000', disputeId: requests.find((one) => one.key !== key)?.disputeId ?? '' } })
    await expect.poll(async () => (await never.refresh()).answer?.said).toContain('about something else')
    expect(await never.read()).toMatchObject({ state: 'acknowledged', back: null })
  })

  await test.step('nothing at all', async () => {
    await world.answerRefund({ key, say: { status: 'executed', amount: '50000', refundTxHash: madeUp } })
    const told = await never.becomes('accepted')
    expect(told).toMatchObject({ back: null, answer: { agrees: null } })
    expect(told.sentence).toContain('It is not in your purse yet')
  })

  await test.step('the refund of another request, shown as that of this one', async () => {
    await world.answerRefund({ key, say: { status: 'executed', amount: '20000', refundTxHash: await refundOf(reader, less) } })
    await expect.poll(async () => (await never.refresh()).answer?.said).toMatch(/0[.,]02/)
    expect((await never.read()).back).toBeNull()
  })

  await test.step('a day later nothing has come, and that is said', async () => {
    const late = await never.after(1.5)
    expect(late).toMatchObject({ back: null, waitsForReader: true, answer: { agrees: false } })
    expect(late.sentence).toContain('Your money is not back')
  })
  expect(before - (await reader.balance()), 'what came back in truth').toBe(100_000n - 20_000n)
})

/** The transaction by which money came back for a payment. */
async function refundOf({ extension, desk, world }: Reader, { id }: Dispute): Promise<string> {
  const { text } = await extension.ask(desk, 'disputes.save', { dispute: id })
  const { log } = JSON.parse(text) as { readonly log: readonly { readonly event: { readonly type: string; readonly transaction?: string } }[] }
  const found = log.find(({ event }) => event.type === 'refund')?.event.transaction
  if (found === undefined) throw new Error(`nothing came back at ${world.newspaper}`)
  return found
}

test('answers of ten megabytes, answers that are none, and terms that were changed after the payment', async ({ reader, world }) => {
  const dispute = await filed(reader, 1)
  await dispute.key()
  await dispute.becomes('acknowledged')
  for (const [manner, said] of [['huge', 'far too long'], ['malformed', 'something that is no answer']] as const) {
    await world.setRefunds({ manner })
    await expect.poll(async () => (await dispute.refresh()).answer?.said).toContain(said)
    expect(await dispute.read()).toMatchObject({ state: 'acknowledged', back: null })
  }

  await world.setRefunds({ manner: 'honest' })
  const payment = await pays(reader, await issue(reader, 2))
  await world.setRefunds({ windowSeconds: 0, partialRefunds: false })
  const late = await Dispute.file(reader, payment)
  const { terms, answer } = await late.becomes('denied')
  expect(answer?.said).toContain('too much time has passed')
  await expect.poll(async () => (await late.read()).terms).toMatchObject({ changed: true })
  expect(terms.endpointHost).toBe(new URL(world.newspaper).host)
  expect((await reader.extension.ask(reader.desk, 'disputes.save', { dispute: late.id })).text, 'what was promised is kept').toContain('1209600')
})

test('a request that could not be sent goes out once, through workers that die before and while it is sent', async ({ reader, world }) => {
  const { extension, desk } = reader
  const payments = [await pays(reader, await issue(reader, 1)), await pays(reader, await issue(reader, 2))]
  const [first = '', second = ''] = payments

  await test.step('kept while there is no network, and while the seller is away', async () => {
    await extension.context.setOffline(true)
    world.setEndpoint({ down: true })
    const dispute = await Dispute.file(reader, first)
    await expect.poll(async () => (await dispute.read()).log.map(({ sentence }) => sentence).join()).toContain('could not be reached')
    expect((await dispute.read()).sentence).toContain('is kept here and goes out as soon as the seller can be reached')
    await extension.killWorker(desk)
    expect(await dispute.refresh()).toMatchObject({ state: 'filed', status: 'Not sent yet' })
    expect(await world.setRefunds({}), 'the seller is there all the time').toMatchObject({ manner: 'honest', posts: 0, looks: 0 })

    await world.setRefunds({ manner: 'gone' })
    world.setEndpoint({ down: false })
    await extension.context.setOffline(false)
    await extension.killWorker(desk)
    expect(await dispute.refresh()).toMatchObject({ state: 'filed', status: 'Not sent yet' })
    await extension.killWorker(desk)
    await world.setRefunds({ manner: 'honest' })
    await dispute.becomes('acknowledged')
    expect(await world.setRefunds({})).toMatchObject({ posts: 1, requests: [{ posts: 1 }] })
  })

  await test.step('a death between the sending and the answer', async () => {
    await world.setRefunds({ manner: 'silent' })
    const dispute = await Dispute.file(reader, second)
    await expect.poll(async () => (await world.setRefunds({})).posts).toBe(2)
    await extension.killWorker(desk)
    await world.setRefunds({ manner: 'honest' })
    await dispute.becomes('acknowledged')
    const { posts, requests } = await world.setRefunds({})
    expect([posts, requests.map((one) => one.posts)]).toEqual([2, [1, 1]])
  })
})

/** What a list of purchases would tell of one. */
async function traces({ extension, desk }: Reader, payment: string): Promise<readonly Sought[]> {
  const detail = await extension.ask(desk, 'payments.read', { id: payment })
  const texts = [detail?.title, detail?.host, detail?.nonce.slice(2), detail?.transaction?.slice(2), payment]
  return texts.flatMap((text, at) => (text === undefined ? [] : [soughtText(`${String(at)} of ${detail?.title ?? ''}`, text)]))
}

test('a request tells its seller of one payment and of nothing else, and can be checked by anybody', async ({ reader, world }) => {
  const { extension, desk } = reader
  const others = [await pays(reader, world.articles.partner), await pays(reader, world.articles.hut), await pays(reader, world.articles.script)]
  await extension.ask(desk, 'payments.label', { id: others[0] ?? '', note: 'Read this aloud to the lighthouse keeper', tags: ['quiet evenings'] })
  const own = await pays(reader, world.articles.paid)
  await extension.ask(desk, 'payments.label', { id: own, note: 'What I really think of it', tags: ['for nobody else'] })
  await Dispute.file(reader, others[0] ?? '', { problem: 'withdrawal', amount: '10000', words: 'Words for the harbour only' })
  const dispute = await Dispute.file(reader, own, { words: 'It stayed empty.', share: evidenceItems })
  const key = await dispute.key()
  const { requests } = await world.setRefunds({})
  const body = requests.find((one) => one.key === key)?.body ?? ''
  const { text: bundle } = await extension.ask(desk, 'disputes.save', { dispute: dispute.id })

  await test.step('nothing of other payments, and nothing the reader wrote for themselves', async () => {
    const sites = [world.partner, world.guestBook].map((url) => soughtText('another site', new URL(url).host))
    const written = ['Read this aloud to the lighthouse keeper', 'quiet evenings', 'What I really think of it', 'for nobody else', 'Words for the harbour only', password]
    const elsewhere = [world.accounts.partner, world.accounts.guestBook].map((account) => soughtText('another seller', account.slice(2)))
    const foreign = [...sites, ...elsewhere, ...written.map((one) => soughtText(one, one)), ...(await Promise.all(others.map((one) => traces(reader, one)))).flat()]
    const held = [{ place: 'the request', bytes: Buffer.from(body) }, { place: 'the bundle', bytes: Buffer.from(bundle) }, ...opened(body), ...opened(bundle)]
    // The Lantern sells another of these pieces, on the same host and to the same account.
    const host = new URL(world.newspaper).host
    expect(search(held, foreign.filter(({ bytes }) => !host.includes(bytes.toString())))).toEqual([])
    expect(search(held, [soughtText('its own host', host), soughtText('its own words', 'It stayed empty.')]).length, 'the search finds what is there').toBeGreaterThan(2)
  })

  await test.step('checked without Farthing: who asks, and what with', async () => {
    const asked = readRequest(body)
    expect(asked !== null && (await isFromPayer(asked))).toBe(true)
    const { farthing } = JSON.parse(body) as { readonly farthing: { readonly evidence: Record<string, { readonly sha256?: string } | null>; readonly items: Record<string, string> } }
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(`0x${sha256(canonicalize(farthing.evidence))}`).toBe(asked?.message.evidenceHash)
    expect(Object.keys(farthing.items).length).toBeGreaterThan(3)
    const named = { ...farthing.evidence, challenge: farthing.evidence['paymentRequired'], settlement: (farthing.evidence['settlement'] as { header?: { sha256?: string } } | null)?.header ?? null }
    for (const [item, text] of Object.entries(farthing.items)) expect(named[item as keyof typeof named]?.sha256, item).toBe(sha256(text))
  })
})

/** Every text in it that is base64 of something, opened. */
function opened(text: string): readonly { readonly place: string; readonly bytes: Buffer }[] {
  return [...text.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)].map(([inside]) => ({ place: 'a text inside', bytes: Buffer.from(inside, 'base64') }))
}
