import { answers } from '../../src/core/words/answers'
import type { Tag } from '../../src/core/words/languages'
import { send } from '../support/extension'
import { amiss, foreign, speaks } from '../support/languages'
import { expect, test } from '../support/test'

/** The one with the longest words, and the one from right to left: what fits in them fits in all. The contact sheet has the others. Before one of them is offered, there is nothing to try. */
const tried: readonly Tag[] = foreign.filter((tag) => tag === 'de' || tag === 'ar')

for (const tag of tried) {
  test(`in "${tag}" everything fits at 400 pixels, nothing is left in English, and a worker that wakes up speaks it`, async ({ reader, world }) => {
    test.slow()
    await reader.unlock(await reader.visit(world.articles.script))
    await reader.expectPayment('delivered')
    for (const place of ['overview', 'history', 'limits', 'security', 'settings', 'privacy', 'help']) {
      const page = await reader.extension.open(`dashboard.html#/${place}`)
      await page.setViewportSize({ width: 400, height: 800 })
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await speaks(page, tag)
      await expect.poll(() => amiss(page, tag), place).toEqual([])
      await speaks(page, 'en')
      await page.close()
    }
    await speaks(reader.desk, tag)
    await reader.extension.killWorker(reader.desk)
    const refused = await send(reader.desk, 'payments.read', { id: 1 } as never)
    expect(refused).toMatchObject({ ok: false, code: 'malformed', sentence: expect.not.stringContaining(answers.malformed) })
  })
}
