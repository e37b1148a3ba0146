import { breakdown, othersShare } from '../../core/fees/breakdown'
import { readDeclaration, type Declaration } from '../../core/fees/declaration'
import { formatPercent } from '../../core/money'
import { readHeader } from '../../core/protocols/base64-json'
import type { Offer } from '../../core/protocols/dialect'
import type { ChosenChallenge } from '../../core/protocols/registry'
import { en as words } from '../../core/words/en'
import type { ApprovalQuote, FeeLineView } from '../../messaging/views'
import { locale } from '../../platform/locale'
import { verifier } from '../../vault/signatures/verifier'
import type { Show } from '../spending/spending-words'

/** What the seller says of where the money for this offer goes. Only x402 v2 has a place for it. */
export function declarationOf({ dialect, raw }: Pick<ChosenChallenge, 'dialect' | 'raw'>, offer: Offer, resource: string): Declaration {
  const challenge = dialect === 'x402-v2' ? readHeader(raw) : null
  if (challenge?.ok !== true) return { state: 'none' }
  const { token, payTo, amount } = offer
  return readDeclaration(challenge.value, { resource, network: token.network, asset: token.address, payTo, amount }, verifier)
}

/** The lines of an offer's price, as every surface shows them. @param fundingBps as for `breakdown` */
export function feeLinesOf({ amount, token: { decimals, symbol } }: Offer, declaration: Declaration, fundingBps: number): FeeLineView[] {
  const money = (atomic: bigint) => ({ atomic: atomic.toString(), decimals, symbol })
  return breakdown(amount, declaration, fundingBps).map((line) => ({ ...line, amount: line.amount === null ? null : money(line.amount) }))
}

/** From more than this share of a price on, in basis points, the reader is told what goes to others. */
const toldFrom = 2_000n

/**
 * What of a declaration has to be said aloud: that none of it counts, or that much of the price is not for the creator.
 * @param price atomic units
 */
export function feeNotices(declaration: Declaration, price: bigint, show: Show): ApprovalQuote['notices'] {
  if (declaration.state === 'void') return [{ level: 'care', sentence: words.notice.feesVoid[declaration.why] }]
  const share = othersShare(breakdown(price, declaration, 0))
  const points = price === 0n ? 0n : (share * 10_000n) / price
  return points > toldFrom ? [{ level: 'care', sentence: words.notice.feesHigh(show(price), show(share), formatPercent(points, locale())) }] : []
}
