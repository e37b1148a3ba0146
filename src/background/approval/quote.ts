import { clampValidity } from '../../core/authorization/validity'
import { encodeTransfer, type TransferAuthorization } from '../../core/authorization/transfer'
import type { ChainFault } from '../../core/chain/faults'
import { toHex, type Address } from '../../core/hex'
import { shownRate } from '../../core/money'
import { findNetwork } from '../../core/networks/networks'
import { sameSite } from '../../core/protocols/site'
import { coveredBy } from '../../core/protocols/covers'
import type { Offer } from '../../core/protocols/dialect'
import type { ChosenChallenge } from '../../core/protocols/registry'
import { minimised } from '../../core/privacy/minimise'
import { canonicalResource, nextCounter } from '../../core/purchase/identity'
import { isLive } from '../../core/purchase/machine'
import type { Purchase, PurchaseTerms } from '../../core/purchase/purchase'
import { err, ok, type Result } from '../../core/result'
import { askedBy, type Judgement } from '../../core/risk/judgement'
import { allowanceCovering } from '../../core/spending/allowance'
import { overLimit, tightest } from '../../core/spending/limits'
import { accountChallenge, isAccountLink, readAccountLink } from '../../core/tips/account'
import { withAmount } from '../../core/tips/target'
import { available, type Asset } from '../../core/spending/reserved'
import { en as words } from '../../core/words/en'
import type { MoneyView } from '../../messaging/views'
import { activeAsset } from '../app'
import type { Books } from '../books'
import type { ChainReader } from '../chain/chain-reader'
import { fetchPart } from '../payment/sealed-part'
import { askFor, payable } from '../challenge/ask'
import { readOffers, takesNote } from '../challenge/protocols'
import { declarationOf, feeLinesOf, feeNotices } from '../fees/fee-lines'
import { recordNotices } from '../disputes/seller-record'
import { inWords, type PricedSettings } from '../display'
import { siteOfTerms, type Standing } from '../../store/spending-book'
import { titleOf } from '../page/page-state'
import { spendingRefused } from '../spending/spending-words'
import { dayAt } from '../today'
import { judgePayment } from '../watch/judge-payment'
import { mostReasons, type Noticed } from '../watch/watch-desk'
import { foundInWords, whyInWords } from '../watch/watch-words'
import type { Approval, StoredQuote } from './approval-state'
import { offerNotices } from './offer-notices'
import { paidElsewhere, payerOf, type Payer } from './payer'
import { allowanceNotices, spendingNotices } from './spending-notices'

export interface Refused {
  readonly sentence: string
  readonly remedy: 'retry' | 'top-up' | 'purses' | 'settings' | 'limits' | 'rules' | 'none'
  /** The watch denies it. */
  readonly denied?: Noticed
}

export type Quoted =
  | { readonly type: 'quoted'; readonly quote: StoredQuote }
  /** There is a payment for this already: it is followed instead of making another. */
  | { readonly type: 'paying'; readonly purchaseId: string }
  /** The chain tells that this purse has paid for it before, and now the wallet knows it too. */
  | { readonly type: 'recognised'; readonly purchase: Purchase }

interface Sources {
  readonly books: Books
  readonly chain: Pick<ChainReader, 'read' | 'findPayment'>
  readonly settings: PricedSettings
  /** Whether a person will be asked; false for what is paid under an allowance. */
  readonly asksReader: boolean
}

const refuse = (sentence: string, remedy: Refused['remedy'] = 'none'): Result<never, Refused> => err({ sentence, remedy })

/**
 * Asks the seller and the chain afresh and says what would be paid, or in a sentence why nothing can be. Signs nothing.
 * @param wanted the offer that is quoted, as the seller wrote it, if it is still there; else, and for null, the best one
 */
export async function quote(asked: Approval, wanted: string | null, sources: Sources): Promise<Result<Quoted, Refused>> {
  // What cannot be had cannot be opened by what is sold.
  const part = asked.sealed === null ? null : await fetchPart(asked.sealed, 'no-cache')
  if (part?.ok === false) return refuse(words.sealed[part.error], part.error === 'unreachable' ? 'retry' : 'none')
  const chain = askedAhead(asked, sources)
  const challenge = await challengeOf(asked, sources.settings)
  return challenge.ok ? quoteBest(asked, wanted, challenge.value, { ...sources, chain }) : challenge
}

/**
 * What would be paid if the chain said that nothing was paid yet and that there is enough, by what the seller has said a moment
 * ago. Asks nobody but the books, and is no quote: whoever goes by it asks afresh before anything is paid.
 */
export function foresee(asked: Approval, challenge: ChosenChallenge, sources: Omit<Sources, 'chain'>): Promise<Result<Quoted, Refused>> {
  return quoteBest(asked, null, challenge, { ...sources, chain: hopefulChain })
}

const hopefulChain: Sources['chain'] = {
  read: () => Promise.resolve(ok({ block: { number: 0n, timeMs: 0 }, balance: 2n ** 128n, used: false })),
  findPayment: () => Promise.resolve(null),
}

async function quoteBest(asked: Approval, wanted: string | null, challenge: ChosenChallenge, sources: Sources): Promise<Result<Quoted, Refused>> {
  const { offers } = challenge
  const offer = offers.find(({ raw }) => raw === wanted) ?? offers[0]
  if (offer === undefined) return refuse(words.challenge['wrong-shape'])
  const { network } = offer.token
  const { withdrawn } = await sources.books.purchases.policy.inForce()
  if (withdrawn.includes(network)) return refuse(words.policy.withdrawnHere(findNetwork(network)?.label ?? network), 'rules')
  return quoteOffer(asked, challenge, offer, sources)
}

/**
 * The chain, asked while the seller still is: which number a purchase here would have is known before the answer, but for what
 * sellers dictate. Whatever else is asked about is asked as always.
 */
function askedAhead(asked: Approval, { books, chain, settings }: Sources): Sources['chain'] {
  const ahead = numberAhead(asked, books, settings).then((draft) => (draft === null ? null : { draft, read: chain.read(draft.network, draft.from, draft.nonce) }))
  // Where the seller says that there is nothing to pay, nobody waits for it.
  void ahead.then((first) => first?.read).catch(() => undefined)
  return {
    read: async (network, from, nonce) => {
      const first = await ahead.catch(() => null)
      const isIt = first?.draft.network === network && first.draft.from === from && first.draft.nonce === nonce
      return isIt ? first.read : chain.read(network, from, nonce)
    },
    findPayment: (network, from, nonce) => chain.findPayment(network, from, nonce),
  }
}

/** Null where the chain is not asked: there is a payment that is followed, no purse may pay, or nothing is paid on this network. */
async function numberAhead(asked: Approval, books: Books, settings: PricedSettings): Promise<Pick<TransferAuthorization, 'network' | 'from' | 'nonce'> | null> {
  const { network, asset } = activeAsset(settings)
  if ((await books.purchases.policy.inForce()).withdrawn.includes(network)) return null
  const { history, counter, payer } = await placeOfPurchase(asked, { network, asset }, books)
  if (payer === null || history.some((purchase) => isLive(purchase) && !mayTryAgain(purchase))) return null
  const from = payer.purse.address
  return { network, from, nonce: books.keyring.purchaseNonce({ network, asset, resource: canonicalResource(asked.resource), counter }, from) }
}

/** Which purchase of the same thing this would be, and who pays for it. */
async function placeOfPurchase(asked: Approval, asset: Asset, books: Books) {
  const tag = books.tag(asset, canonicalResource(asked.resource))
  const history = await books.purchases.findByResource(tag)
  const forgotten = await books.purchases.forgottenNumber(tag)
  const counter = Math.max(nextCounter(history), forgotten === null ? 0 : forgotten + 1)
  return { history, forgotten, counter, payer: await payerOf(asked, history, counter, books) }
}

/** Asked of whoever sells it; for a tip to an account, which cannot be asked, made here and read in the same way. */
async function challengeOf(asked: Approval, settings: PricedSettings): Promise<Result<ChosenChallenge, Refused>> {
  if (isAccountLink(asked.resource)) return accountAsked(asked, settings)
  const cookies = sameSite(new URL(asked.page), new URL(asked.resource)) ? 'include' : 'omit'
  // What the seller answers is kept as evidence, and names what it was asked for.
  return askFor(minimised(asked).resource, settings, { seen: null, asProgram: true, cookies })
}

function accountAsked({ resource, page, title, seenAmount }: Approval, settings: PricedSettings): Result<ChosenChallenge, Refused> {
  const account = readAccountLink(withAmount(resource, null))
  if (account === null) return refuse(words.challenge['wrong-shape'])
  if (settings.tipService === null) return refuse(words.tip.noService, 'settings')
  const challenge = accountChallenge(account, page, title === '' ? words.tip.nameless : title, seenAmount === null ? null : BigInt(seenAmount))
  return payable(readOffers({ url: page, status: 402, headers: new Map([['payment-required', challenge]]) }, settings))
}

async function quoteOffer(asked: Approval, challenge: ChosenChallenge, offer: Offer, sources: Sources): Promise<Result<Quoted, Refused>> {
  const { books } = sources
  const asset = { network: offer.token.network, asset: offer.token.address }
  const { history, forgotten, counter, payer } = await placeOfPurchase(asked, asset, books)
  const followed = history.find((purchase) => isLive(purchase) && !mayTryAgain(purchase))
  if (followed !== undefined) return ok({ type: 'paying', purchaseId: followed.id })
  if (payer === null) return refuse(words.purse.bound, 'purses')
  const draft = draftOf(asked, offer, counter, payer.purse.address, books)
  const unpaid = await balanceIfUnpaid(asked, challenge, offer, { counter, draft, history }, sources)
  if (!unpaid.ok) return unpaid
  if (unpaid.value.type !== 'unpaid') return ok(unpaid.value)
  const { balance } = unpaid.value
  return books.look(() => quoteUnpaid(asked, challenge, offer, { history, forgotten, counter, payer, draft, balance }, sources))
}

/** A purchase that was not paid yet, and what its purse holds. */
interface Unpaid extends Place {
  readonly forgotten: number | null
  readonly payer: Payer
  readonly balance: bigint
}

async function quoteUnpaid(asked: Approval, challenge: ChosenChallenge, offer: Offer, unpaid: Unpaid, { books, settings, asksReader }: Sources): Promise<Result<Quoted, Refused>> {
  const { history, forgotten, counter, payer, draft, balance } = unpaid
  const asset = { network: offer.token.network, asset: offer.token.address }
  const free = available(balance, { ...asset, payer: draft.from }, liveBeside(history, await books.purchases.live()))
  const { length: purseCount } = await books.purses.all()
  const show = (atomic: bigint): string => inWords(atomic, offer.token.decimals, settings)
  if (free < offer.amount) return purseCount > 1 ? refuse(words.purse.notEnough(payer.purse.name, show(free), show(offer.amount)), 'purses') : refuse(words.notEnough(show(free), show(offer.amount)), 'top-up')
  const day = dayAt(Date.now())
  const standing = await books.purchases.standing(asset, siteOfTerms(asked), day)
  const limit = limitAfter(asked, offer, history, standing, settings)
  if (!limit.ok) return limit
  const bytes = encodeTransfer(draft)
  if (!bytes.ok) return refuse(words.offer['bad-payee'])
  const declaration = declarationOf(challenge, offer, asked.resource)
  const wanted = { ...asset, site: siteOfTerms(asked), payTo: offer.payTo, amount: offer.amount, kind: asked.kind }
  const allowances = (await books.purchases.spending.allowances.read())?.allowances ?? []
  const isAllowed = allowanceCovering(allowances, wanted, day, Date.now()) !== null
  const { judgement, attempt } = await judgePayment(books, { asked, challenge, offer, asset, history, site: standing.site, title: soldAs(asked, challenge), asksReader, isAllowed })
  const reasons = judgement.findings.slice(0, mostReasons).map((finding) => ({ level: 'care' as const, sentence: foundInWords(finding, show), why: whyInWords(finding) }))
  const watch = { guards: [...askedBy(judgement)], reasons: reasons.map(({ sentence }) => sentence) }
  if (judgement.level === 'deny') return err({ sentence: watch.reasons[0] ?? '', remedy: judgement.findings[0]?.guard === 'blocked' ? 'rules' : 'none', ...(isSuspicious(judgement) && { denied: { ...attempt, ...watch } }) })
  const all = [
    ...reasons,
    // A tip is given again without a word: repeats are meant.
    ...(forgotten === null || asked.kind === 'tip' ? [] : [{ level: 'care' as const, sentence: words.notice.boughtForgotten }]),
    ...(payer.isBound ? [{ level: 'note' as const, sentence: words.purse.stays(payer.purse.name) }] : []),
    ...(await recordNotices(books, asked.resource)),
    ...offerNotices(asked, challenge, offer, settings),
    ...feeNotices(declaration, offer.amount, show),
    ...(asked.kind === 'tip' ? [] : spendingNotices(offer, challenge.offers, standing.site, day, show)),
    ...allowanceNotices(allowances, wanted, day, show),
  ]
  return ok({
    type: 'quoted',
    quote: {
      message: toHex(bytes.value),
      challenge: challenge.raw,
      rawResource: challenge.rawResource,
      link: challenge.link ?? null,
      offer: offer.raw,
      others: othersThan(offer, challenge),
      dialect: challenge.dialect,
      counter,
      maxTimeoutSeconds: offer.maxTimeoutSeconds,
      validSeconds: clampValidity(offer.maxTimeoutSeconds),
      expires: offer.expires,
      balance: balance.toString(),
      purse: purseCount > 1 ? payer.purse.name : null,
      balanceAfter: money(free - offer.amount, offer),
      limitAfter: limit.value,
      feeLines: feeLinesOf(offer, declaration, settings.fundingBps),
      notices: [...all.filter(({ level }) => level === 'care'), ...all.filter(({ level }) => level === 'note')],
      title: soldAs(asked, challenge),
      testMoney: findNetwork(asset.network)?.test ?? true,
      watch,
      takesNote: takesNote(challenge),
      rate: rateOf(settings),
      newPayee: !(await books.payees.knows(books.payeeTag(asset.network, offer.payTo))),
    },
  })
}

/** A purchase as it is about to be quoted. */
interface Place {
  readonly counter: number
  readonly draft: TransferAuthorization
  readonly history: readonly Purchase[]
}

/** What the purse holds, if nothing has been paid for this from any purse that may have. */
async function balanceIfUnpaid(
  asked: Approval,
  challenge: ChosenChallenge,
  offer: Offer,
  { counter, draft, history }: Place,
  sources: Sources,
): Promise<Result<Quoted | { readonly type: 'unpaid'; readonly balance: bigint }, Refused>> {
  const { books, chain } = sources
  const recognised = async (paid: TransferAuthorization): Promise<Result<Quoted, Refused>> => {
    const purchase = await recognise(asked, challenge, offer, { counter, draft: paid }, sources)
    return purchase === null ? refuse(words.restoredPaid, 'retry') : ok({ type: 'recognised', purchase })
  }
  const read = await chain.read(draft.network, draft.from, draft.nonce)
  if (!read.ok) return unread(read.error)
  if (read.value.used) {
    // A signature of ours that is still watched has been used after all: the chain will say so there as well.
    const own = history.find((purchase) => isLive(purchase) && purchase.terms.nonce === draft.nonce)
    if (own !== undefined) return ok({ type: 'paying', purchaseId: own.id })
    // A number that was dictated twice tells nothing about what it paid for.
    return offer.nonce === null ? recognised(draft) : refuse(words.offerOver, 'retry')
  }
  if (history.some((purchase) => isLive(purchase) && purchase.terms.nonce !== draft.nonce)) return refuse(words.priceInFlight, 'retry')
  const elsewhere = offer.nonce === null ? await paidElsewhere(draft, { resource: asked.resource, counter }, books, chain) : ok(null)
  if (!elsewhere.ok) return unread(elsewhere.error)
  return elsewhere.value === null ? ok({ type: 'unpaid', balance: read.value.balance }) : recognised(elsewhere.value)
}

const unread = (fault: ChainFault): Result<never, Refused> => refuse(words.chain[fault], fault === 'unreachable' ? 'retry' : 'settings')

/**
 * This purse has used the nonce of this purchase, and the history knows of no payment: the wallet was brought back from its
 * words, or lives on two devices. What was paid is read from the chain, and written down. Null when it cannot be found there.
 */
async function recognise(
  asked: Approval,
  challenge: ChosenChallenge,
  offer: Offer,
  { counter, draft }: { readonly counter: number; readonly draft: TransferAuthorization },
  { books, chain }: Sources,
): Promise<Purchase | null> {
  const found = await chain.findPayment(draft.network, draft.from, draft.nonce)
  if (found === null) return null
  const { network, asset, from: payer, nonce } = draft
  const terms: PurchaseTerms = {
    dialect: challenge.dialect,
    kind: asked.kind,
    ...minimised(asked),
    ...(asked.sealed !== null && { sealed: asked.sealed }),
    title: soldAs(asked, challenge),
    network,
    asset,
    payTo: found.to,
    amount: found.value,
    payer,
    nonce,
    counter,
    feeLines: [],
    challenge: challenge.raw,
    rawResource: challenge.rawResource,
    offer: offer.raw,
    ...(challenge.link !== undefined && { link: challenge.link }),
    day: dayAt(found.at),
    allowance: null,
    rate: null,
  }
  const resourceTag = books.tag({ network, asset }, canonicalResource(asked.resource))
  return books.purchases.recognise({ id: crypto.randomUUID(), terms, resourceTag, transaction: found.transaction, at: found.at })
}

/** What the reader has blocked is their own word, and no sign of anything. */
const isSuspicious = ({ findings }: Judgement): boolean => findings[0]?.guard !== 'blocked-here'

/** The limit that this payment would leave least of; null where it counts already, as an earlier attempt. */
function limitAfter(asked: Approval, offer: Offer, history: readonly Purchase[], { limits, used }: Standing, settings: PricedSettings): Result<StoredQuote['limitAfter'], Refused> {
  if (history.some(isLive)) return ok(null)
  const kind = asked.kind === 'tip' ? 'tip' : 'purchase'
  const over = overLimit(limits, used, offer.amount, kind)
  if (over !== null) return err(spendingRefused({ code: 'over-limit', over }, offer.amount, (atomic) => inWords(atomic, offer.token.decimals, settings)))
  const { limit, most, left } = tightest(limits, used, kind)
  return ok({ limit, most: money(most, offer), left: money(left - offer.amount, offer) })
}

/** What the reader sees the price converted with. */
function rateOf({ currency, rates }: PricedSettings): StoredQuote['rate'] {
  const rate = shownRate(currency, rates)
  return rate === null ? null : { ...rate, numerator: rate.numerator.toString(), denominator: rate.denominator.toString() }
}

/** A payment the seller refused, or one that was never sent, may be made again with the same nonce. */
function mayTryAgain(purchase: Purchase): boolean {
  return purchase.state === 'refused' || purchase.state === 'signed'
}

/** What earlier attempts at this very purchase hold back is not missing for it: they share its nonce. */
function liveBeside(history: readonly Purchase[], live: readonly Purchase[]): readonly Purchase[] {
  return live.filter((purchase) => !history.some((own) => own.id === purchase.id))
}

function draftOf(asked: Approval, offer: Offer, counter: number, from: Address, books: Books): TransferAuthorization {
  const { network, address: asset } = offer.token
  const resource = canonicalResource(asked.resource)
  return {
    network,
    asset,
    from,
    to: offer.payTo,
    value: offer.amount,
    validAfter: 0n,
    validBefore: BigInt(Math.floor(Date.now() / 1000) + clampValidity(offer.maxTimeoutSeconds)),
    // Where the protocol dictates another, `reserve` lets it begin only when every earlier one is over.
    nonce: offer.nonce ?? books.keyring.purchaseNonce({ network, asset, resource, counter }, from),
  }
}

/** The most other prices that are shown. */
const mostOthers = 8

/** One offer for each other price, as the seller orders equals. */
function othersThan(chosen: Offer, { offers }: ChosenChallenge): StoredQuote['others'] {
  const priced = new Map(offers.toReversed().map((offer) => [offer.amount, offer]))
  const others = offers.filter((offer) => offer.amount !== chosen.amount && priced.get(offer.amount) === offer)
  return others.slice(0, mostOthers).map((offer) => ({ offer: offer.raw, price: money(offer.amount, offer), covers: coveredBy(offer.raw) }))
}

/** What is sold is named by its seller; who is tipped by the page that asks for it, if it names anybody. */
function soldAs(asked: Approval, { resource }: ChosenChallenge): string {
  const named = asked.kind === 'tip' && asked.title !== ''
  return named ? asked.title : (resource.description ?? titleOf(asked))
}

const money = (atomic: bigint, { token }: Offer): MoneyView => ({
  atomic: atomic.toString(),
  decimals: token.decimals,
  symbol: token.symbol,
})
