import { expect, test } from '../support/test'
import type { World } from '../../demo/world/index'
import { fetchLocal } from '../../demo/newspaper/fetch-local'

interface Seen {
  readonly path: string
  readonly paymentHeaders: readonly string[]
}

/** The requests the paper next door has had, with the names of every header that could carry a payment. */
async function seenNextDoor(world: World): Promise<readonly Seen[]> {
  const response = await fetchLocal(`${world.partner}/control/seen`)
  const { requests } = (await response.json()) as { requests: readonly Seen[] }
  return requests
}

test('a paying visitor who is sent elsewhere takes no payment along', async ({ reader, world }) => {
  const before = (await seenNextDoor(world)).length
  const page = await reader.visit(world.articles.leak)
  await reader.spends(0n, async () => {
    const approval = await reader.ask(page)
    await approval.agree()
    await page.waitForURL(`${world.partner}/`)
  })
  // Other readers have bought there before.
  const seen = (await seenNextDoor(world)).slice(before)
  expect(seen.some(({ path }) => path === '/')).toBe(true)
  expect(seen.flatMap(({ paymentHeaders }) => paymentHeaders)).toEqual([])
  await reader.expectPayment('unknown')
})

test('an article behind a redirect is paid on the site that sells it', async ({ reader, world }) => {
  const page = await reader.visit(world.articles.partner)
  expect(new URL(page.url()).origin).toBe(world.partner)
  const before = await world.balanceOf(world.accounts.partner)
  const approval = await reader.ask(page)
  await expect(approval.page.getByText(new URL(world.partner).host)).toBeVisible()
  await reader.spends(70_000n, () => approval.pay())
  expect((await world.balanceOf(world.accounts.partner)) - before).toBe(70_000n)
  await reader.expectPayment('delivered')
})
