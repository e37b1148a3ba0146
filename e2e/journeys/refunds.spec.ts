import { issue, twoPurchases } from '../support/allowance'
import { historyQuestion } from '../support/history'
import { expect, test } from '../support/test'

test('money that comes back is found on the chain, asked about where it may be for two, and stands in the books', async ({ reader, world }) => {
  const { extension, desk } = reader
  const second = await twoPurchases(reader)
  const first = (await reader.payments()).find(({ id }) => id !== second)?.id ?? ''
  const limits = await extension.ask(desk, 'limits.read', {})
  expect((await extension.ask(desk, 'refunds.look', { payment: first })).sentence).toBe('Nothing has come back for this so far.')

  const candidate = await test.step('a plain transfer that may be for either is asked about', async () => {
    await world.transfer(world.accounts.seller, reader.address, '0.05')
    const [asked, other] = [await extension.ask(desk, 'refunds.look', { payment: first }), await extension.ask(desk, 'refunds.look', { payment: second })]
    expect(asked).toMatchObject({ found: null, candidates: [{ amount: { atomic: '50000' } }] })
    expect(other.candidates).toEqual(asked.candidates)
    return asked.candidates[0]?.key ?? ''
  })

  await test.step('a yes counts once, and then the next one can be for nothing else', async () => {
    expect(await extension.ask(desk, 'refunds.answer', { payment: first, candidate, isIt: true })).toMatchObject({ found: { atomic: '50000' }, candidates: [] })
    expect(await extension.ask(desk, 'refunds.look', { payment: second })).toMatchObject({ found: null, candidates: [] })
    await world.transfer(world.accounts.seller, reader.address, '0.02')
    expect(await extension.ask(desk, 'refunds.look', { payment: second })).toMatchObject({ sentence: '$0.02 of $0.05 is back.', found: { atomic: '20000' } })
    expect(await extension.ask(desk, 'payments.read', { id: first })).toMatchObject({ state: 'delivered', status: 'Refunded', refunded: { atomic: '50000' } })
  })

  await test.step('what was spent stays spent, and no limit is raised', async () => {
    expect(await extension.ask(desk, 'limits.read', {})).toEqual(limits)
    expect(await extension.ask(desk, 'history.totals', { period: 'days30' })).toMatchObject({ spent: { money: { atomic: '100000' } }, cameBack: { money: { atomic: '70000' }, payments: 2 } })
    const page = await reader.visit(await issue(reader, 3))
    await reader.spends(50_000n, () => reader.unlock(page))
    await page.close()
  })

  await test.step('the pages tell it', async () => {
    expect((await extension.ask(desk, 'history.search', historyQuestion({ refunded: true }))).rows.map(({ id, status }) => [id, status])).toEqual([[second, 'Partly refunded'], [first, 'Refunded']])
    const overview = await extension.open('dashboard.html')
    await expect(overview.getByText('$0.07 came back in', { exact: false })).toBeVisible()
    await overview.getByRole('link', { name: 'Came back' }).click()
    await expect(overview.getByText('Partly refunded')).toBeVisible()
    await expect(overview.getByText('Money came back').first()).toBeAttached()
    await overview.close()
  })
})
