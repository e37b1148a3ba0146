import type { Ask } from '../../core/protocols/named/conventions'
import type { DeliveryKind } from '../../core/purchase/purchase'
import type { MoneyView } from './money'

/** The card in the page. Finished sentences: it knows nothing about the reader. */
export interface CardView {
  readonly item: string
  readonly title: string
  readonly site: string
  readonly state: 'loading' | 'offer' | 'refused' | 'working' | 'done'
  /** The price in words, e.g. "$0.05", or null while loading or refused. */
  readonly price: string | null
  readonly lines: readonly { readonly label: string; readonly value: string }[]
  readonly keep: string | null
  /** Shown instead of the price when it cannot be paid, or while something is happening. */
  readonly sentence: string | null
  /** Label of the one button, or null when there is nothing to press. */
  readonly action: string | null
  /** What the button does: opens the approval, or stops a payment that nobody was asked about. */
  readonly does: 'open' | 'undo'
  readonly why: { readonly question: string; readonly answer: string }
  readonly dismiss: string
  /** Said aloud when a piece has come; {count} stands for the number of its words. */
  readonly arrived: string
  /** What all of this is written in; BCP 47. */
  readonly language: { readonly tag: string; readonly locale: string; readonly direction: 'ltr' | 'rtl' }
}

/** One thing on a page that can be paid for. */
export interface PageItemView {
  readonly item: string
  readonly kind: DeliveryKind
  readonly title: string
  readonly state: 'loading' | 'offer' | 'refused' | 'owned' | 'working'
  readonly price: MoneyView | null
  readonly sentence: string | null
  /** It is about to be paid without a question, and can still be stopped. */
  readonly undo: boolean
}

export interface PageView {
  /** Host shown to the reader, or null where extensions cannot look (browser pages). */
  readonly host: string | null
  readonly items: readonly PageItemView[]
  /** Sites that the browser does not let Farthing ask, and that would have to be for what is sold here: patterns for its own question. */
  readonly closed: readonly string[]
  /** What the page asks for in ways that Farthing cannot pay, most important first. Empty where something here can be paid. */
  readonly named: readonly { readonly asks: Ask; readonly sentence: string }[]
  /** Where the page wants tips sent; null where it says nothing, 'nobody' where the reader has just asked. `host` is null where it names an account, which cannot be asked; `closed` is as above, for that place. */
  readonly tip: { readonly title: string; readonly host: string | null; readonly closed: string | null } | 'nobody' | null
  /** Whether the reader has noted today that they would have paid for an article here; null where there is no reason to, or the wallet is locked. */
  readonly wished: boolean | null
}
