import { hurries, issue } from '../support/allowance'
import { password, type Reader } from '../support/reader'
import { expect, test as base } from '../support/test'
import { startToldEndpoint, type ToldEndpoint } from '../support/told-endpoint'

/** Promise 7 for a reader with two purses, each with an endpoint of its own: neither is ever told of the other's account. */

interface Endpoints {
  readonly usual: ToldEndpoint
  readonly first: ToldEndpoint
  readonly second: ToldEndpoint
}

const test = base.extend<{ readonly endpoints: Endpoints }>({
  endpoints: async ({ world }, use) => {
    const [usual, first, second] = await Promise.all([
      startToldEndpoint(world, 'the chain endpoint that the reader chose'),
      startToldEndpoint(world, 'the chain endpoint that the reader chose for one purse'),
      startToldEndpoint(world, 'the chain endpoint that the reader chose for one purse'),
    ])
    await use({ usual, first, second })
    await Promise.all([usual, first, second].map((one) => one.close()))
  },
})

const network = 'eip155:31337' as const

/** A second purse with a dollar, which pays on the partner's site. Each purse has an endpoint. Returns the second's address. */
async function settle({ extension, desk, world }: Reader, { usual, first, second }: Endpoints): Promise<`0x${string}`> {
  // A wallet that has forgotten something asks every purse whether it has paid already: the nearest that purses come to one another.
  await extension.askGuarded(desk, 'privacy.forget', { scope: { kind: 'site', site: 'nobody.example' } }, password)
  await extension.askGuarded(desk, 'purses.add', { name: 'Newspapers' }, password)
  await extension.askGuarded(desk, 'purses.endpoint', { purse: 0, url: first.url }, password)
  await extension.askGuarded(desk, 'purses.endpoint', { purse: 1, url: second.url }, password)
  await extension.askGuarded(desk, 'settings.change', { endpoint: { network, url: usual.url } }, password)
  await extension.ask(desk, 'purses.assign', { site: new URL(world.partner).hostname, purse: 1 })
  const { purses } = await extension.ask(desk, 'purses.read', {})
  const own = purses[1]?.address as `0x${string}`
  await world.fund(own, '1')
  return own
}

const bare = (address: string): string => address.slice(2).toLowerCase()

test('each purse is asked about at its own endpoint, and neither endpoint ever hears the other’s account', async ({ reader, world, endpoints }) => {
  test.slow()
  await hurries(reader)
  const { extension, desk } = reader
  const own = await settle(reader, endpoints)
  const { usual, first, second } = endpoints
  const wasAsked = { usual: usual.asked.length, first: first.asked.length, second: second.asked.length }

  await reader.unlock(await reader.visit(await issue(reader, 1)))
  await reader.expectPayment('delivered')
  await reader.unlock(await reader.visit(`${world.partner}/tides`))
  await reader.expectPayment('delivered')
  await expect.poll(() => world.balanceOf(own)).toBeLessThan(1_000_000n)
  expect(await reader.balance()).toBeLessThan(5_000_000n)
  for (const purse of [0, 1]) await extension.ask(desk, 'purses.balance', { purse })
  for (const place of ['overview', 'purses', 'limits', 'privacy']) {
    const page = await extension.open(`dashboard.html#/${place}`)
    await expect(page.getByText('Just a moment')).toHaveCount(0)
    await page.close()
  }
  await extension.killWorker(desk)
  for (const { id } of await reader.payments()) await extension.ask(desk, 'payments.retry', { id })

  expect(first.asked.length, 'the first was asked').toBeGreaterThan(wasAsked.first)
  expect(second.asked.length, 'the second was asked').toBeGreaterThan(wasAsked.second)
  expect(first.asked.some((body) => body.includes(bare(reader.address)))).toBe(true)
  expect(second.asked.some((body) => body.includes(bare(own)))).toBe(true)
  expect(first.asked.filter((body) => body.includes(bare(own))), 'the first hears of the second').toEqual([])
  expect(second.asked.filter((body) => body.includes(bare(reader.address))), 'the second hears of the first').toEqual([])
  expect(usual.asked.filter((body) => body.includes(bare(own)) || body.includes(bare(reader.address))), 'who is asked about all hears of neither').toEqual([])

  await test.step('not while all purses are looked for again either: what has an endpoint is asked there, one account a request', async () => {
    await extension.askGuarded(desk, 'purses.find', {}, password)
    for (const [name, { asked }, foreign] of [['first', first, own], ['second', second, reader.address], ['usual', usual, own], ['usual', usual, reader.address]] as const) {
      expect(asked.filter((body) => body.includes(bare(foreign))), name).toEqual([])
    }
  })
})
