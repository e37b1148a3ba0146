import { findNetwork } from '../../core/networks/networks'
import type { Purchase } from '../../core/purchase/purchase'
import { en as words } from '../../core/words/en'
import { speech } from '../../core/words/speakable'
import type { CardView, FeeLineView, PageItemView } from '../../messaging/views'
import { locale } from '../../platform/locale'
import { inWords, onDay, standing, type PricedSettings } from '../display'
import { titleOf, type PageItem } from './page-state'

const labels = words.card

/** The card of one item. Holds only what the seller knows already, and whether this page's own purchase is under way. */
export function cardView(item: PageItem, purchase: Purchase | null, settings: PricedSettings): CardView {
  const base = {
    item: item.id,
    title: titleOf(item),
    site: item.sealed === null ? new URL(item.resource).host : labels.soldBy(new URL(item.resource).host),
    keep: null,
    price: null,
    lines: [],
    sentence: null,
    action: null,
    does: 'open' as const,
    why: { question: labels.why, answer: labels.whyAnswer },
    dismiss: labels.dismiss,
    arrived: labels.arrived,
    language: writtenIn(),
  }
  const under = purchase === null ? null : (announced(purchase, settings) ?? underWay(purchase))
  // What was agreed to has the name it was agreed to by: the page may call itself "Payment required".
  if (purchase !== null && under !== null) return { ...base, title: purchase.terms.title, ...under }
  switch (item.look.state) {
    case 'loading':
      return { ...base, state: 'loading', sentence: labels.looking }
    case 'refused':
      return { ...base, state: 'refused', sentence: item.look.sentence }
    case 'offer':
      return { ...base, ...offer(item.look, item, settings) }
  }
}

const writtenIn = (): CardView['language'] => {
  const { tag, direction } = speech() ?? { tag: 'en', direction: 'ltr' as const }
  return { tag, direction, locale: locale() }
}

function offer(look: Extract<PageItem['look'], { state: 'offer' }>, item: PageItem, settings: PricedSettings) {
  const price = inWords(BigInt(look.amount), look.decimals, settings)
  const test = findNetwork(settings.network)?.test === true
  return {
    state: 'offer' as const,
    price,
    keep: keptAs(item),
    sentence: test ? words.notice.testMoney : null,
    action: labels.unlock(price),
    lines: [
      ...look.feeLines.filter(({ kind, amount }) => kind !== 'facilitator' || amount !== null).map((line) => ({ label: labelOf(line.kind), value: valueOf(line, settings) })),
      { label: labels.payee, value: `${look.payTo.slice(0, 6)}…${look.payTo.slice(-4)}` },
    ],
  }
}

const labelOf = (kind: FeeLineView['kind']): string => ({
  content: labels.creator,
  platform: labels.platform,
  facilitator: labels.facilitator,
  network: labels.network,
  escrow: labels.escrow,
  onward: labels.onward,
  funding: labels.funding,
})[kind]

function valueOf({ kind, amount, known }: FeeLineView, settings: PricedSettings): string {
  if (amount === null) return labels.notDeclared
  return kind === 'network' && known === 'agreed' ? labels.paidBySeller : inWords(BigInt(amount.atomic), amount.decimals, settings)
}

function keptAs({ kind, words: length }: PageItem): string {
  if (kind === 'subresource') return labels.loadsAgain
  return length === null ? labels.keepForever : `${labels.keepForever} · ${labels.words(length)}`
}

/** What the card says while a payment that nobody was asked about can still be stopped. */
function announced(purchase: Purchase, settings: PricedSettings): Pick<CardView, 'state' | 'sentence' | 'action' | 'does'> | null {
  if (!canBeStopped(purchase)) return null
  const price = inWords(purchase.terms.amount, findNetwork(purchase.terms.network)?.token.decimals ?? 0, settings)
  return { state: 'working', sentence: words.unasked.card(price), action: words.unasked.undo, does: 'undo' }
}

const canBeStopped = ({ state, terms }: Purchase): boolean => state === 'reserved' && terms.allowance !== null

/** What the card says while, and after, this item was paid for; null when the offer is what counts. */
function underWay(purchase: Purchase): Pick<CardView, 'state' | 'sentence' | 'action'> | null {
  switch (purchase.state) {
    case 'void':
    case 'refused':
      return null
    case 'quoted':
    case 'reserved':
    case 'signed':
    case 'sent':
    case 'settled':
      return { state: 'working', sentence: labels.working, action: null }
    case 'unknown':
      // What has come is no reason to worry anybody while the chain is looked at.
      return { state: 'working', sentence: purchase.answer?.contentArrived === true ? labels.working : labels.checking, action: null }
    case 'undelivered':
      return { state: 'offer', sentence: words.sentence.undelivered, action: labels.retry }
    case 'delivered':
      return { state: 'offer', sentence: labels.ownedDocument(onDay(purchase.createdAt)), action: labels.retry }
  }
}

/** The same item in the popup. */
export function itemView(item: PageItem, purchase: Purchase | null, settings: PricedSettings): PageItemView {
  const base = { item: item.id, kind: item.kind, title: titleOf(item), price: null, sentence: null, undo: false }
  if (purchase !== null && purchase.state !== 'void' && purchase.state !== 'refused') {
    const stoppable = announced(purchase, settings)
    if (stoppable !== null) return { ...base, title: purchase.terms.title, state: 'working', sentence: stoppable.sentence, undo: true }
    const owned = purchase.state === 'delivered' || purchase.state === 'undelivered'
    return { ...base, title: purchase.terms.title, state: owned ? 'owned' : 'working', sentence: standing(purchase) }
  }
  if (item.look.state !== 'offer') return { ...base, state: item.look.state, sentence: item.look.state === 'refused' ? item.look.sentence : null }
  const { amount, decimals, symbol } = item.look
  return { ...base, state: 'offer', price: { atomic: amount, decimals, symbol } }
}
