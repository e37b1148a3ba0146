import { toHundredths } from '../money/atomic'
import { findNetwork } from '../networks/networks'
import type { HistoryEntry } from './entry'

/** A text as it is looked for: without capitals and accents, in one spelling. */
export function fold(text: string): string {
  // Nothing but ASCII: nothing to take off.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  return text.toUpperCase().toLowerCase().normalize('NFKD').replaceAll(/\p{M}+/gu, '').replaceAll('ς', 'σ')
}

/** What a word is looked for in. Prepared once for each payment. */
export interface SearchText {
  /** Everything that was written about the payment, folded. */
  readonly text: string
  /** "0.05", in at least hundredths. */
  readonly amount: string
}

/** Makes payments ready, one after the other. Few amounts are paid again and again: each is written once. */
export function preparing(): (entry: HistoryEntry) => { readonly entry: HistoryEntry; readonly searched: SearchText } {
  const amounts = new Map<string, Map<bigint, string>>()
  return (entry) => {
    const { title, host, path, note, label, amount, network } = entry
    const written = amounts.get(network) ?? new Map<bigint, string>()
    amounts.set(network, written)
    const text = written.get(amount) ?? toHundredths(amount, findNetwork(network)?.token.decimals ?? 6)
    written.set(amount, text)
    const parts = [title, host, readable(path), note ?? '', label.note ?? '', ...label.tags]
    return { entry, searched: { text: fold(parts.join('\n')), amount: text } }
  }
}

/** A path as it is read: "/b%C3%BCcher" is looked for as "bücher". */
function readable(path: string): string {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** One word that is looked for, and how an amount would begin that it may be: "$0,05" is "0.05". */
export interface Needle {
  readonly word: string
  readonly amount: string | null
}

/** The words of what was typed: every one of them has to be found. */
export function needlesOf(typed: string): readonly Needle[] {
  const words = fold(typed).split(/\s+/u).filter((word) => word !== '')
  return words.map((word) => {
    const number = /^\$?([0-9]+(?:[.,][0-9]*)?)$/.exec(word)?.[1]
    return { word, amount: number === undefined ? null : number.replace(',', '.') }
  })
}

export function isFoundIn({ word, amount: number }: Needle, { text, amount }: SearchText): boolean {
  return text.includes(word) || (number !== null && amount.startsWith(number))
}
