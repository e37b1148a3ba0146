import { ArticlePage } from '../pages/article'
import type { ApprovalWindow } from '../pages/approval'
import { both } from '../support/both'
import { expect, test } from '../support/test'

const price = 50_000n

test('one article open in two tabs, agreed to in both, is paid once', both, async ({ reader, world }) => {
  const url = world.articles.slow
  await world.tellNewspaper('', { slowMs: 1500 })
  const first = await reader.visit(url)
  const firstApproval = await reader.ask(first)
  await expect(firstApproval.payButton).toHaveAttribute('aria-disabled', 'false')
  const second = await reader.visit(url)
  const secondApproval = await reader.ask(second)
  await expect(secondApproval.payButton).toHaveAttribute('aria-disabled', 'false')

  await reader.spends(price, async () => {
    await agreeInFront(firstApproval)
    await agreeInFront(secondApproval)
    await firstApproval.finished()
    await secondApproval.finished()
  })
  expect(await reader.payments()).toHaveLength(1)

  await test.step('both tabs can be read, and still only one price is gone', async () => {
    await reader.spends(0n, async () => {
      await new ArticlePage(first).expectWhole()
      await second.reload()
      await new ArticlePage(second).expectWhole()
    })
    expect(await reader.payments()).toHaveLength(1)
  })
})

/** A window behind another is not armed: the reader brings it to the front first. */
async function agreeInFront(approval: ApprovalWindow): Promise<void> {
  await approval.page.bringToFront()
  await approval.agree()
}
