import { listedAs } from '../../core/policy/listed'
import { passOf } from '../../core/protocols/covers'
import type { Offer } from '../../core/protocols/dialect'
import type { ChosenChallenge } from '../../core/protocols/registry'
import { isProtected } from '../../core/protocols/is-protected'
import type { Purchase, PurchaseTerms } from '../../core/purchase/purchase'
import { withoutPrices } from '../../core/risk/features'
import { defaultLevels, type Finding, type GuardId } from '../../core/risk/finding'
import { findingsOn, hasPieceAmong, type Ware } from '../../core/risk/guards'
import { patternFinding } from '../../core/risk/pattern'
import { judge, type Judgement } from '../../core/risk/judgement'
import type { Attempt, SiteRecord } from '../../core/risk/records'
import type { Asset } from '../../core/spending/reserved'
import { recordOf, type SiteMemory } from '../../core/spending/site-memory'
import { titleMark } from '../../core/risk/title-mark'
import { siteOfTerms } from '../../store/spending-book'
import { attemptOf } from '../../store/watch-book'
import { placeOf, type Approval } from '../approval/approval-state'
import type { Books } from '../books'
import { offerWorth } from '../payment/evidence'
import { modelBy } from './model-in-force'

/** What is asked, by whom, and what is known of it already. */
export interface Judged {
  readonly asked: Approval
  readonly challenge: ChosenChallenge
  readonly offer: Offer
  readonly asset: Asset
  /** Every purchase of the same thing, newest first. */
  readonly history: readonly Purchase[]
  readonly site: SiteMemory
  /** What it is sold as. */
  readonly title: string
  readonly asksReader: boolean
  /** An allowance covers it. */
  readonly isAllowed: boolean
}

/** What the watch makes of a payment before it is shown, and what of it an exception would be for. */
export async function judgePayment(books: Books, judged: Judged): Promise<{ readonly judgement: Judgement; readonly attempt: Attempt }> {
  const { asked, offer, asset, history, site, asksReader, isAllowed } = judged
  const { wallet, rules, by, model: named } = await books.purchases.watched(asset)
  const attempt: Attempt = { at: Date.now(), site: siteOfTerms(asked), payTo: offer.payTo, amount: offer.amount, asked: asksReader, title: nameOf({ kind: asked.kind, title: judged.title }, history), ...(isAllowed && { allowed: asked.isUnopened === true ? 'unopened' : 'opened' }) }
  const record = recordOf(site)
  const ware = isPassAlone(judged, record) ? 'pass-alone' : wareOf(asked.kind, offer.raw)
  const compared = ware === 'piece' ? record : withoutPrices(record)
  const model = await modelBy(books.purchases.policy, named)
  const pattern = model === null || ware === 'tip' ? null : patternFinding(model, attempt, compared, wallet)
  const all = [...findingsOn(ware, attempt, record, wallet, rules.exceptions, by), await listed(books, attempt), pattern, ...plainFindings(judged)].filter((one) => one !== null)
  return { judgement: judge(all, attempt, rules), attempt }
}

/** By which a purchase can be known again. What was begun at this very address has a guard of its own, and a tip's name is its place's. */
const nameOf = ({ kind, title }: Pick<PurchaseTerms, 'kind' | 'title'>, history: readonly Purchase[]): number | null => (kind === 'tip' || history.length > 0 ? null : titleMark(title))

/**
 * What the guards ask about by now, when the reader says yes: what was agreed to elsewhere since it was shown counts as well.
 * @param history every purchase of the same thing
 */
export async function askedByNow(books: Books, terms: PurchaseTerms, history: readonly Purchase[], at: number): Promise<readonly GuardId[]> {
  const { wallet, rules, by } = await books.purchases.watched(terms)
  const attempt: Attempt = { ...attemptOf(terms, at), title: nameOf(terms, history) }
  const site = recordOf(await books.purchases.spending.site(terms, siteOfTerms(terms)))
  const found = [...findingsOn(wareOf(terms.kind, terms.offer), attempt, site, wallet, rules.exceptions, by), await listed(books, attempt)].filter((one) => one !== null)
  const { findings } = judge(found, attempt, rules)
  return findings.filter(({ level }) => level !== 'notice').map(({ guard }) => guard)
}

/** Whether the site is on the list of those that are known to cheat. A list past its end is not gone by. */
async function listed({ purchases }: Books, { site, at }: Attempt): Promise<Finding | null> {
  const feeds = await purchases.policy.feeds(at)
  const reason = feeds === null ? null : listedAs(feeds, site)
  return reason === null ? null : { guard: 'blocked', level: defaultLevels.blocked, reason }
}

/** Whether it is a pass that leaves the reader no choice: no piece is to be had for the same money, and as safely, at what pieces cost there. */
function isPassAlone({ asked, challenge, offer }: Judged, site: SiteRecord): boolean {
  const pieces = challenge.offers.filter(({ token, raw, flow }) => flow === 'authorization' && token.network === offer.token.network && token.address === offer.token.address && passOf(raw) === null)
  return wareOf(asked.kind, offer.raw) === 'pass' && !hasPieceAmong(pieces.map(({ amount }) => amount), site)
}

const wareOf = (kind: PurchaseTerms['kind'], offer: string): Ware => (kind === 'tip' ? 'tip' : passOf(offer) === null ? 'piece' : 'pass')

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
