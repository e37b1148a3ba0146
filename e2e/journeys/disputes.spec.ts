import { toDecimal } from '../../src/core/money'
import { accounts } from '../../demo/world/accounts'
import { honest } from '../../demo/newspaper/guestbook/switches'
import { DisputePages, RefundDeskPage } from '../pages/disputes'
import { hurries, issue } from '../support/allowance'
import { Dispute, pays } from '../support/disputing'
import { both } from '../support/both'
import { expect, test } from '../support/test'

/** When a sale went wrong: what is asked, what is answered, and what the chain shows of it. */
const purse = 5_000_000n
const price = 50_000n

test.beforeEach(({ world }) => world.forgetRefunds())
test.afterEach(async ({ world }) => {
  await world.tellNewspaper('', { isJammed: false })
  await world.setGuestBook(honest)
  await world.forgetRefunds()
})

test('paid and nothing came: fetched again free, asked for, given back in full, and seen on the chain', both, async ({ reader, world }) => {
  await world.tellNewspaper('', { isJammed: true })
  const payment = await pays(reader, world.articles.paid)
  expect(await reader.balance()).toBe(purse - price)
  const pages = await DisputePages.begin(reader, payment)
  await pages.choose('I paid, and nothing came')
  await expect(pages.page.getByRole('button', { name: 'Try again, free' })).toBeVisible()
  await pages.openRequest()
  await pages.write('The page says that the press is jammed.')
  await pages.show('When what happened')
  await expect(pages.request).toContainText('the press is jammed')
  await pages.send()
  await expect(pages.page.getByText('No money has moved yet.').first()).toBeVisible()

  const desk = await RefundDeskPage.open(reader)
  await expect(desk.first).toContainText('The page says that the press is jammed.')
  await expect(desk.first).toContainText('It did not open')
  await reader.spends(-price, () => desk.payBack())
  await desk.page.close()

  await pages.page.bringToFront()
  await world.mine(20)
  await pages.refreshUntil('Your purse agrees: the money is there.')
  await expect(pages.page.getByText('They agree')).toBeVisible()
  expect(await reader.balance()).toBe(purse)
  await pages.page.close()
})

test('declined, answered, and declined for good: no one can take the money back, and that is said with what is left to do', async ({ reader, world }) => {
  const payment = await pays(reader, world.articles.paid)
  const pages = await DisputePages.begin(reader, payment)
  await pages.choose('It is not what was promised')
  await pages.openRequest()
  await pages.send()
  const desk = await RefundDeskPage.open(reader)
  await desk.decline('It is a piece about swifts.')
  await pages.page.bringToFront()
  await pages.refreshUntil('It is a piece about swifts.')
  await pages.counter('It stops in the middle.')
  await expect.poll(async () => (await world.setRefunds({})).requests[0]?.counter).toBe('It stops in the middle.')
  await desk.page.bringToFront()
  await desk.decline('It stops where birds do.')
  await desk.page.close()
  await pages.page.bringToFront()
  await pages.refreshUntil('No one can take this money back')
  await expect(pages.page.getByText('It stops where birds do.').first()).toBeVisible()
  await expect(pages.page.getByRole('heading', { name: 'Turn to somebody outside' })).toBeVisible()
  await expect(pages.page.getByLabel('Your answer'), 'a no is answered once').toHaveCount(0)
  expect(await reader.balance()).toBe(purse - price)

  await test.step('the site is blocked here, and opened again', async () => {
    await pages.page.getByRole('button', { name: 'Block this site' }).click()
    await expect(pages.page.getByText('You have blocked this site.')).toBeVisible()
    const article = await reader.visit(world.articles.script)
    const refused = await reader.ask(article)
    await expect(refused.page.getByText('You were not charged. You have blocked this site.')).toBeVisible()
    await expect(refused.payButton).toHaveCount(0)
    await refused.close()
    await article.close()
    await pages.page.bringToFront()
    await pages.page.getByRole('button', { name: 'Open it again' }).click()
    await expect(pages.page.getByRole('button', { name: 'Block this site' })).toBeVisible()
  })
  await pages.page.close()
})

test('charged twice: the other is found, what may be the refund of either is asked about, a part comes back, and what comes after the end is seen', async ({ reader, world }) => {
  test.slow()
  await hurries(reader)
  const [first, second] = [await pays(reader, await issue(reader, 1)), await pays(reader, await issue(reader, 2))]
  const { extension, desk } = reader
  const used = async () => (await extension.ask(desk, 'limits.read', {})).used.day.paid.atomic
  const before = await used()

  await test.step('the other is found', async () => {
    const { helps } = await extension.ask(desk, 'disputes.assess', { payment: second, problem: 'charged-twice' })
    expect(helps.flatMap((help) => (help.kind === 'duplicates' ? help.payments.map(({ id }) => id) : []))).toEqual([first])
  })

  await test.step('a plain transfer that may be for either is asked about, and counts for one', async () => {
    await world.transfer(accounts.seller, reader.address, '0.05')
    await world.mine(20)
    const look = (payment: string) => extension.ask(desk, 'refunds.look', { payment })
    const seen = await look(second)
    expect(seen).toMatchObject({ found: null, candidates: [{ amount: { atomic: '50000' } }] })
    const candidate = seen.candidates[0]?.key ?? ''
    expect((await look(first)).candidates.map(({ key }) => key)).toEqual([candidate])
    expect(await extension.ask(desk, 'refunds.answer', { payment: second, candidate, isIt: false })).toMatchObject({ found: null, candidates: [] })
    expect(await extension.ask(desk, 'refunds.answer', { payment: first, candidate, isIt: true })).toMatchObject({ found: { atomic: '50000' } })
    expect(await look(second)).toMatchObject({ found: null, candidates: [] })
  })

  const dispute = await Dispute.file(reader, second, { problem: 'charged-twice' })
  await test.step('a part comes back', async () => {
    await world.answerRefund({ key: await dispute.key(), pay: '20000' })
    expect(await dispute.becomes('partly-refunded')).toMatchObject({ back: { atomic: '20000' }, answer: { agrees: true } })
  })

  await test.step('the rest comes after the end', async () => {
    await extension.ask(desk, 'disputes.close', { dispute: dispute.id, outcome: 'settled' })
    const again = await Dispute.file(reader, second, { problem: 'charged-twice', amount: '30000' })
    const key = await again.key()
    await extension.ask(desk, 'disputes.close', { dispute: again.id, outcome: 'abandoned' })
    await world.answerRefund({ key, pay: '30000' })
    await expect.poll(async () => (await again.refresh()).back?.atomic).toBe('30000')
    expect(await again.read()).toMatchObject({ state: 'closed', outcome: 'refunded' })
    expect((await dispute.read()).back?.atomic, 'each counts for its own').toBe('20000')
  })
  expect(await reader.balance()).toBe(purse)
  expect(await used(), 'money that comes back is no leave to spend more').toBe(before)
})

test('a price that was signed lower than what was taken: proof, a letter, and a plain transfer that can be nothing else', async ({ reader, world }) => {
  await world.setGuestBook({ offers: 'half' })
  const before = await reader.balance()
  const payment = await pays(reader, world.articles.hut, true)
  const paid = before - (await reader.balance())
  const { extension, desk } = reader
  const { ask, facts, terms } = await extension.ask(desk, 'disputes.assess', { payment, problem: 'wrong-price' })
  expect(facts.join(' ')).toContain('That is proof.')
  expect(ask).toMatchObject({ possible: true, way: 'letter', proposed: { atomic: (paid / 2n).toString() } })
  expect(terms).toMatchObject({ contact: 'mailto:keeper@guestbook.example', endpointHost: null })

  const dispute = await Dispute.file(reader, payment, { problem: 'wrong-price', amount: (paid / 2n).toString(), words: 'You signed for half.' })
  const { letter, waitsForReader, can } = await dispute.read()
  expect(letter).toContain('You signed for half.')
  expect([waitsForReader, can.markSent]).toEqual([true, true])
  await extension.ask(desk, 'disputes.note', { dispute: dispute.id, what: 'sent' })
  await extension.ask(desk, 'disputes.note', { dispute: dispute.id, what: 'accepted' })
  await world.transfer(accounts.guestBook, reader.address, toDecimal(paid / 2n, 6))
  expect((await dispute.becomes('refunded')).back?.atomic).toBe((paid / 2n).toString())
  expect(await reader.balance()).toBe(before - paid / 2n)
})

test('a seller who says nothing is reminded once, and silence until the deadline is said to be an answer', async ({ reader, world }) => {
  const dispute = await Dispute.file(reader, await pays(reader, world.articles.paid))
  await dispute.key()
  expect((await dispute.becomes('acknowledged')).next).not.toBeNull()
  for (const days of [7.1, 8, 13]) await dispute.after(days)
  expect((await world.setRefunds({})).requests).toMatchObject([{ posts: 2, reminders: 1 }])
  const silent = await dispute.after(14.2)
  expect(silent).toMatchObject({ state: 'no-response', back: null, can: { escalate: true } })
  expect(silent.sentence).toContain('No one can take this money back')
  const { seller } = await reader.extension.ask(reader.desk, 'disputes.assess', { payment: dispute.payment, problem: 'not-me' })
  expect(seller).toContain('not answered 1')
  expect(await reader.balance()).toBe(purse - price)
  // It may come all the same.
  await world.answerRefund({ key: await dispute.key(), pay: '50000' })
  expect((await dispute.becomes('refunded')).back?.atomic).toBe('50000')
  expect(await reader.balance()).toBe(purse)
})

test('sellers that say where to ask only beside their answers, and that pay back from another account: asked, and seen on the chain', async ({ reader, world }) => {
  await hurries(reader)
  const { extension, desk } = reader

  await test.step('The Harbour Review names its place in a header, and nowhere else', async () => {
    const payment = await pays(reader, world.articles.partner)
    const paid = purse - (await reader.balance())
    const { ask, terms } = await extension.ask(desk, 'disputes.assess', { payment, problem: 'not-delivered' })
    expect(ask).toMatchObject({ possible: true, way: 'endpoint' })
    expect(terms).toMatchObject({ endpointHost: new URL(world.partner).host, contact: 'mailto:letters@harbour.example' })
    const dispute = await Dispute.file(reader, payment, { amount: paid.toString(), words: 'The tide tables are those of last year.' })
    await world.answerRefund({ key: await dispute.key('partner'), pay: paid.toString() }, 'partner')
    expect(await dispute.becomes('refunded')).toMatchObject({ back: { atomic: paid.toString() }, answer: { agrees: true }, can: { refresh: false } })
    expect(await reader.balance()).toBe(purse)
  })

  await test.step('The Lantern pays from an account that stands in its public file, and says nothing of it', async () => {
    await world.fund(accounts.refunds, '1')
    const dispute = await Dispute.file(reader, await pays(reader, await issue(reader, 1)))
    await world.answerRefund({ key: await dispute.key(), pay: '50000', from: 'other', say: { status: 'pending' } })
    expect(await dispute.becomes('refunded')).toMatchObject({ back: { atomic: '50000' } })
    expect(await reader.balance()).toBe(purse)
  })
})
