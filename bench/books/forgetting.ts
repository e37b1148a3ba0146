import type { Page } from 'playwright'
import { sites } from '../../demo/books/sites'
import type { Extension } from '../../e2e/support/extension'
import { historyQuestion } from '../../e2e/support/history'
import type { Input } from '../../src/messaging/contract'
import { password, type Fresh } from './fresh'

/** Forgetting, until the worker says that it is done. Milliseconds. */
export interface MeasuredForgetting {
  /** What forgetting one site of sixty would take, and taking it. */
  readonly weighed: number
  readonly site: number
  /** Until the history is whole again after that, from the moment somebody looks. */
  readonly wholeAfter: number
  /** A year of the five. */
  readonly year: number
}

type Scope = Input<'privacy.weigh'>['scope']
const oneSite: Scope = { kind: 'site', site: sites[7]?.host ?? '' }
const oneYear: Scope = { kind: 'period', from: Date.UTC(2023, 0, 1), to: Date.UTC(2024, 0, 1) }

export async function measureForgetting(extension: Extension, page: Page, fresh: Fresh): Promise<MeasuredForgetting> {
  const forget = async (scope: Scope): Promise<number> => {
    await fresh()
    const stepUp = await extension.prove(page, 'privacy.forget', { scope }, { kind: 'password', password })
    return page.evaluate((input) => globalThis.books.time('privacy.forget', input), { scope, stepUp })
  }
  await fresh()
  const weighed = await page.evaluate((scope) => globalThis.books.time('privacy.weigh', { scope }), oneSite)
  const site = await forget(oneSite)
  await fresh()
  const wholeAfter = await page.evaluate((input) => globalThis.books.untilWhole(input), historyQuestion({ limit: 50 }))
  const year = await forget(oneYear)
  return { weighed, site, wholeAfter, year }
}
