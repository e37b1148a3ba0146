/**
 * The ways of asking that Farthing recognises and cannot pay yet, most specific first: what is wanted on this very page
 * before what a site sells in general, and what keeps a reader out before what does not.
 */
export const conventions = [
  'l402',
  'cashu',
  'taler',
  'lightning-invoice',
  'supertab',
  'unlock',
  'substack',
  'medium',
  'members',
  'subscribe-with-google',
  'subscription-service',
  'declared-paywall',
  'pay-per-crawl',
  'unspecified',
  'web-monetization',
  'lightning-tip',
  'rsl',
] as const
export type Convention = (typeof conventions)[number]

/** What is wanted, and of whom. Only the first two keep a reader out; the third is a gift, the last is not about readers. */
export type Ask = 'payment' | 'subscription' | 'tip' | 'robots'

const asks: Readonly<Record<Convention, Ask>> = {
  l402: 'payment',
  cashu: 'payment',
  taler: 'payment',
  'lightning-invoice': 'payment',
  supertab: 'payment',
  unlock: 'subscription',
  substack: 'subscription',
  medium: 'subscription',
  members: 'subscription',
  'subscribe-with-google': 'subscription',
  'subscription-service': 'subscription',
  'declared-paywall': 'subscription',
  'pay-per-crawl': 'robots',
  unspecified: 'payment',
  'web-monetization': 'tip',
  'lightning-tip': 'tip',
  rsl: 'robots',
}

/** What was recognised. Nothing else of it is kept: a price that cannot be checked is not repeated to a reader. */
export interface Named {
  readonly convention: Convention
  readonly asks: Ask
}

export function named(convention: Convention): Named {
  return { convention, asks: asks[convention] }
}

/** Of what was recognised, in the order of `conventions`, the first that keeps a reader out; null where nothing does. */
export function wallOf<N extends { readonly asks: Ask }>(recognised: readonly N[]): N | null {
  return recognised.find(({ asks: wanted }) => wanted === 'payment' || wanted === 'subscription') ?? null
}
