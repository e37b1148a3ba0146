import { computed, extensionProcesses } from '../processes'
import { openBrowsers, type Browsers } from './browsers'
import { openSite, pageNames, type PageName } from './site'
import { ownWork, visit, type OwnWork, type Visit } from './visit'

export type Variant = 'none' | 'bare' | 'farthing'
const variants = ['none', 'bare', 'farthing'] as const satisfies readonly Variant[]

export interface MeasuredPage {
  readonly visits: Readonly<Record<Variant, readonly Visit[]>>
  readonly own: readonly OwnWork[]
  /** Milliseconds that Farthing's own process computed for a visit, beside the page. */
  readonly beside: readonly number[]
}

export type MeasuredPages = Readonly<Record<PageName, MeasuredPage>>

/** @param rounds visits of each page by each browser, after one of each to warm up; a third as many are traced */
export async function measurePages(rounds: number): Promise<MeasuredPages> {
  const site = await openSite()
  const browsers = await openBrowsers()
  try {
    for (const variant of variants) await visit(browsers[variant], site.url('light'))
    const measured = {} as Record<PageName, MeasuredPage>
    for (const page of pageNames) measured[page] = await measurePage(browsers, site.url(page), rounds)
    return measured
  } finally {
    await browsers.close()
    await site.close()
  }
}

/** One visit by each browser in turn, so that a slow moment of the machine falls on all; who begins changes. */
async function measurePage(browsers: Browsers, url: string, rounds: number): Promise<MeasuredPage> {
  const visits: Record<Variant, Visit[]> = { none: [], bare: [], farthing: [] }
  const [own, beside]: [OwnWork[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < variants.length; turn += 1) {
      const variant = variants[(round + turn) % variants.length] ?? 'none'
      const before = computed(extensionProcesses(browsers.profile))
      visits[variant].push(await visit(browsers[variant], url))
      if (variant === 'farthing') beside.push(computed(extensionProcesses(browsers.profile)) - before)
    }
  }
  // Afterwards: a trace slows what it looks at, and a browser that has just shown the page shows it faster.
  for (let round = 0; round < Math.max(2, rounds / 3); round += 1) own.push(await ownWork(browsers.farthing, url))
  return { visits, own, beside }
}
