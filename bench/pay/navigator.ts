import type { BrowserContext } from 'playwright'
import type { World } from '../../demo/world/index'
import { now, readable } from './look'
import type { Machine } from './machine'

/** Loads as pages what a program only fetches. */
export interface Navigator {
  /**
   * What the page that asks and the piece that was bought cost more as navigations than as requests, in milliseconds.
   * @param issue one that the machine has just bought
   */
  cost(issue: number): Promise<number>
}

export function openNavigator(context: BrowserContext, world: World, machine: Machine): Navigator {
  const addressOf = (issue: number): string => `${world.articles.paid}?issue=${issue}`
  const asks = async (issue: number): Promise<number> => {
    const page = await context.newPage()
    const began = now()
    await page.goto(addressOf(issue), { waitUntil: 'domcontentloaded' })
    const parsed = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return performance.timeOrigin + (navigation?.domContentLoadedEventEnd ?? Number.NaN)
    })
    await page.close()
    return parsed - began
  }
  const shows = async (issue: number): Promise<number> => {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(machine.cookie()) ?? []
    await context.addCookies([{ name, value, url: addressOf(issue) }])
    const page = await context.newPage()
    const began = now()
    await page.goto(addressOf(issue), { waitUntil: 'commit' })
    const there = await readable(page)
    await page.close()
    await context.clearCookies()
    return there - began
  }
  return {
    cost: async (issue) => {
      const asPages = (await asks(issue + 1_000_000)) + (await shows(issue))
      const asRequests = (await machine.ask(issue + 1_000_000, { accept: 'text/html', 'user-agent': 'Mozilla/5.0' })) + (await machine.ask(issue, { cookie: machine.cookie() }))
      return asPages - asRequests
    },
  }
}
