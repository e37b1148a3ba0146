import { passOf } from '../../core/protocols/covers'
import type { Offer } from '../../core/protocols/dialect'
import type { ChosenChallenge } from '../../core/protocols/registry'
import { isProtected } from '../../core/protocols/site'
import type { Purchase } from '../../core/purchase/purchase'
import { withoutPrices } from '../../core/risk/features'
import { defaultLevels, type Finding } from '../../core/risk/finding'
import { findings, passFinding } from '../../core/risk/guards'
import { patternFinding } from '../../core/risk/pattern'
import { judge, type Judgement } from '../../core/risk/judgement'
import type { Attempt } from '../../core/risk/records'
import type { Asset } from '../../core/spending/reserved'
import { recordOf, type SiteMemory } from '../../core/spending/site-memory'
import { siteOfTerms } from '../../store/spending-book'
import { placeOf, type Approval } from '../approval/approval-state'
import type { Books } from '../books'
import { offerWorth } from '../payment/evidence'
import { shippedModel } from './shipped-model'

/** What is asked, by whom, and what is known of it already. */
export interface Judged {
  readonly asked: Approval
  readonly challenge: ChosenChallenge
  readonly offer: Offer
  readonly asset: Asset
  /** Every purchase of the same thing, newest first. */
  readonly history: readonly Purchase[]
  readonly site: SiteMemory
  readonly asksReader: boolean
}

/** What the watch makes of a payment before it is shown, and what of it an exception would be for. */
export async function judgePayment(books: Books, judged: Judged): Promise<{ readonly judgement: Judgement; readonly attempt: Attempt }> {
  const { asked, offer, asset, site, asksReader } = judged
  const { wallet, rules } = await books.purchases.watched(asset)
  const attempt: Attempt = { at: Date.now(), site: siteOfTerms(asked), payTo: offer.payTo, amount: offer.amount, asked: asksReader }
  // A pass is dearer than an article and may be, and what a tip is worth is the reader's own say: neither is compared with prices.
  const isTip = asked.kind === 'tip'
  const isPass = passOf(offer.raw) !== null
  const record = isTip || isPass ? withoutPrices(recordOf(site)) : recordOf(site)
  const pass = isPass ? passFinding(attempt, recordOf(site)) : null
  const pattern = shippedModel === null || isTip ? null : patternFinding(shippedModel, attempt, record, wallet)
  const all = [...findings(attempt, record, wallet, rules.exceptions), pass, pattern, ...plainFindings(judged)].filter((one) => one !== null)
  return { judgement: judge(all, attempt, rules), attempt }
}

/** What is to be seen without any records. */
function plainFindings({ asked, challenge, offer, asset, history }: Judged): readonly Finding[] {
  const found: Finding[] = []
  // A second tip is a second tip, and means to be.
  const bought = asked.kind === 'tip' ? undefined : history.find(({ settlement }) => settlement !== null)
  if (bought !== undefined) found.push({ guard: 'already-bought', level: defaultLevels['already-bought'], at: bought.createdAt })
  if (challenge.disagreement !== null) found.push({ guard: 'two-dialects', level: defaultLevels['two-dialects'], about: challenge.disagreement })
  if (!isProtected(placeOf(asked))) found.push({ guard: 'plain-http', level: defaultLevels['plain-http'] })
  const signed = { challenge: challenge.raw, ...asset, resource: asked.resource, payTo: offer.payTo, amount: offer.amount, at: Date.now() }
  if (challenge.dialect === 'x402-v2' && offerWorth(signed) === 'differs') found.push({ guard: 'offer-false', level: defaultLevels['offer-false'] })
  return found
}
