import type { RefundState } from '../../demo/newspaper/refunds/control'
import type { DisputeDetail } from '../../src/messaging/dispute-views'
import type { Browser } from './browser/index'
import type { DisputePlan } from './dispute-plan'
import { KillReader } from './reader'
import { comeBack, lift } from './run'
import type { Stage } from './stage'

/** What a run has left behind, to be judged. */
export interface DisputeAftermath {
  readonly plan: DisputePlan
  readonly browser: Browser
  /** Every dispute that the wallet knows of. */
  readonly disputes: readonly DisputeDetail[]
  /** What the seller has been told. */
  readonly seller: RefundState
  /** The wallet had said that the request is filed. */
  readonly wasTold: boolean
  /** Points that the act passed. */
  readonly points: number
}

export const words = { asked: 'It stayed empty.', counter: 'Page two is missing.' } as const

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Beyond every pause that the wallet makes between its first tries. */
const afterwards = [4 * minute, 25 * minute] as const

/** Somebody buys a piece, asks for the money back, and says one more thing while everything goes wrong. */
export async function carryOutDispute(stage: Stage, plan: DisputePlan): Promise<DisputeAftermath> {
  const { world } = stage
  await world.forgetRefunds()
  const browser = await stage.browser()
  const reader = new KillReader(browser)
  const payment = await buys(reader, `${world.articles.paid}?dispute=${plan.seed}-${Date.now()}`)
  const asks = { payment, problem: 'not-delivered', amount: '50000', words: words.asked, share: [] } as const
  if (plan.act !== 'file') await prepare(stage, reader, plan.act, { ...asks, share: [] })

  await world.setRefunds({ manner: plan.manner })
  browser.gate.trace.length = 0
  browser.gate.arm(plan.blows.map(({ target, plus, wireGoesOn }) => ({ target, after: 0, plus, wireGoesOn, act: null })))
  const wasTold = await act(reader, plan.act, { ...asks, share: [] })
  await browser.time.still()
  const points = browser.gate.trace.length
  while (browser.gate.fallNow()) await browser.time.still()

  await lift(world, browser)
  await comeBack(reader)
  await world.setRefunds({ manner: 'honest' })
  // Whoever sees that nothing is there asks again; whoever sees that it is, waits.
  if (plan.act === 'file' && (await idsOf(reader)).length === 0) await reader.try('disputes.file', { ...asks, share: [] })
  if (plan.act === 'counter' && (await read(reader)).some(({ can }) => can.counter)) await act(reader, 'counter', { ...asks, share: [] })
  for (const wait of afterwards) {
    await browser.time.advance(wait)
    await comeBack(reader)
  }
  return { plan, browser, disputes: await read(reader), seller: await world.setRefunds({}), wasTold, points }
}

type Asking = Parameters<typeof act>[2]

/** What has happened before, with nothing in its way. */
async function prepare({ world }: Stage, reader: KillReader, next: 'remind' | 'counter', asks: Asking): Promise<void> {
  const { dispute } = await reader.ask('disputes.file', asks)
  await reader.browser.time.still()
  if (next === 'counter') {
    const [key = ''] = (await world.setRefunds({})).requests.map((one) => one.key)
    await world.answerRefund({ key, say: { status: 'denied', denialReason: 'policy_denied' } })
    await reader.ask('disputes.refresh', { dispute })
    await reader.browser.time.still()
  }
}

/** True where the wallet said that it is done. */
async function act(reader: KillReader, what: DisputePlan['act'], asks: { readonly payment: string; readonly problem: 'not-delivered'; readonly amount: string; readonly words: string; readonly share: [] }): Promise<boolean> {
  switch (what) {
    case 'file':
      return (await reader.try('disputes.file', asks)) !== null
    case 'remind':
      // Nobody does anything: a week goes by.
      await reader.browser.time.advance(7 * day + hour)
      await comeBack(reader)
      return true
    case 'counter': {
      const [dispute = ''] = await idsOf(reader)
      return (await reader.reply('disputes.counter', { dispute, words: words.counter }))?.ok === true
    }
  }
}

async function buys(reader: KillReader, page: string): Promise<string> {
  await reader.visit(page)
  const asked = await reader.wantsIt()
  if (asked === null) throw new Error('The model shows no price.')
  await reader.agrees(asked.approval, asked.view)
  await reader.browser.time.still()
  const [payment] = await reader.payments()
  if (payment?.state !== 'delivered') throw new Error(`It is not bought: ${payment?.state ?? 'nothing is there'}`)
  return payment.id
}

const idsOf = async (reader: KillReader): Promise<readonly string[]> => ((await reader.try('disputes.list', {})) ?? []).map(({ id }) => id)

async function read(reader: KillReader): Promise<readonly DisputeDetail[]> {
  const details = await Promise.all((await idsOf(reader)).map((dispute) => reader.try('disputes.read', { dispute, country: null })))
  return details.filter((detail) => detail !== null)
}
