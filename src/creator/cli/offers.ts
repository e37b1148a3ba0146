import { readTip, tipBounds } from '../tips/routes'
import type { RefundTerms, ShopOptions } from '../options'
import { contactUrl } from '../till/answers'
import { Misuse } from './command'

/** Suggestions that a page for tips shows, at most. */
const mostPrices = 8

/** "0.50,1,3": what readers are suggested to give, in dollars and in this order. @param title as readers see it @throws Misuse */
export function readTips(text: string, title: string): NonNullable<ShopOptions['tips']> {
  const prices = text.split(',').map((one) => {
    const price = readTip(one.trim())
    if (price === null) throw new Misuse(`--tips: “${one.trim()}” is no tip. Write dollars with a point and a comma between two, from ${tipBounds}: 0.50,1,3`)
    return price
  })
  if (new Set(prices).size < prices.length) throw new Misuse('--tips names the same sum twice.')
  const [first, ...others] = prices
  if (first === undefined || others.length >= mostPrices) throw new Misuse(`--tips names more than ${mostPrices} sums. Readers can give any other as well.`)
  return { title, prices: [first, ...others] }
}

const hour = 3_600
const units: Readonly<Record<string, number>> = { H: hour, D: 24 * hour, W: 7 * 24 * hour }
/** Seconds: what is promised for longer is a slip of the pen. */
const longestWindow = 3 * 366 * 24 * hour

/**
 * "P14D": within which time money is given back.
 * @param contact where readers write, and `policy` where it is explained; undefined for nowhere
 * @throws Misuse
 */
export function readRefunds(text: string, contact?: string, policy?: string): RefundTerms {
  const [, days, hours] = /^P(?:([1-9]\d{0,3}[DW])|T([1-9]\d{0,3}H))$/.exec(text) ?? []
  const span = days ?? hours ?? ''
  const windowSeconds = Number(span.slice(0, -1)) * (units[span.slice(-1)] ?? 0)
  if (windowSeconds === 0 || windowSeconds > longestWindow) throw new Misuse(`--refunds: “${text}” is no time in which money is given back. Write P14D for fourteen days, P2W for two weeks, PT12H for twelve hours; three years at most.`)
  return {
    windowSeconds,
    partialRefunds: true,
    ...(contact !== undefined && { contact: readContact(contact) }),
    ...(policy !== undefined && { policyUrl: readPolicy(policy) }),
  }
}

function readContact(text: string): string {
  const isAddress = /^(?:mailto:)?[^\s@<>"]+@[^\s@<>"]+$/.test(text) || /^https?:\/\/\S+$/.test(text)
  if (!isAddress || text.length > 200 || !URL.canParse(contactUrl(text))) throw new Misuse(`--contact: “${text}” is no address that readers can write to: ada@ada.example, or https://…`)
  return text
}

function readPolicy(text: string): string {
  if (text.length > 500 || !URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new Misuse(`--policy: “${text}” is no address of a page: https://ada.example/refunds`)
  return new URL(text).href
}
