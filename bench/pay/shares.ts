import type { Mark } from './in-worker'

/** Where the time of one purchase went, in milliseconds. Together they are all of it. */
export interface Shares {
  /** From the address to the head of the answer that asks for money. */
  readonly arrives: number
  /** From there until the worker sets to work: the page has come, or its detector has found what it asks. */
  readonly detect: number
  /** Price, rules, the watch; without what others were waited for, and without the disk. */
  readonly quote: number
  /** Waiting for the seller and the chain, beside the time to stop it: then they are asked, and nobody waits. */
  readonly ask: number
  /** Waiting for the person: the time in which it can be stopped, or read and agreed to. */
  readonly meant: number
  /** Signing, and what is computed around it. */
  readonly sign: number
  /** Waiting for the disk, on which everything is before it is done. */
  readonly journal: number
  /** From there until the request with the payment has left. */
  readonly navigate: number
  /** The seller checks, settles and answers. */
  readonly sale: number
  /** From the head of the answer to the text. */
  readonly show: number
}

export const shareNames: Readonly<Record<keyof Shares, string>> = {
  arrives: 'page asks',
  detect: 'detect',
  quote: 'quote, decide',
  ask: 'seller, chain asked',
  meant: 'time to stop it',
  sign: 'sign',
  journal: 'journal',
  navigate: 'navigate',
  sale: 'seller settles',
  show: 'text shown',
}

/** What of it is the wallet's own: it waits for nobody. */
export const ownShares = ['detect', 'quote', 'sign', 'journal', 'navigate'] as const satisfies readonly (keyof Shares)[]

/** @param readable when the text was there; @param began when the address was given. Milliseconds since 1970 */
export function sharesOf(marks: readonly Mark[], began: number, readable: number): Shares {
  const asked = first(marks, 'head', (one) => one.of === '402').from
  const heard = Math.min(first(marks, 'heard', (one) => one.of === 'page.found').from, first(marks, 'come', (one) => one.of === '402').from)
  const told = first(marks, 'told')
  const takenBack = first(marks, 'taken-back', (one) => one.from >= told.to).from
  const armed = first(marks, 'armed', (one) => one.of === 'on').from
  const left = first(marks, 'leaves').from
  const answered = first(marks, 'head', (one) => one.from > left).from
  const before = waits(marks, heard, told.from)
  const after = waits(marks, takenBack, armed)
  return {
    arrives: asked - began,
    detect: heard - asked,
    quote: told.from - heard - before.ask - before.disk,
    ask: before.ask + after.ask,
    meant: takenBack - told.from,
    sign: armed - takenBack - after.ask - after.disk,
    journal: before.disk + after.disk,
    navigate: left - armed,
    sale: answered - left,
    show: readable - answered,
  }
}

function first(marks: readonly Mark[], what: Mark['what'], fits: (mark: Mark) => boolean = () => true): Mark {
  const found = marks.filter((one) => one.what === what && fits(one)).sort((one, other) => one.from - other.from)[0]
  if (found === undefined) throw new Error(`the worker has not noted: ${what}`)
  return found
}

/** How long somebody else was waited for between two moments, and of the rest how long the disk. */
function waits(marks: readonly Mark[], from: number, to: number): { readonly ask: number; readonly disk: number } {
  const within = (what: Mark['what']): readonly (readonly [number, number])[] => marks.filter((one) => one.what === what && one.to > from && one.from < to).map((one) => [Math.max(from, one.from), Math.min(to, one.to)])
  const ask = covered(within('asked'))
  return { ask, disk: covered([...within('asked'), ...within('disk')]) - ask }
}

/** How much is covered by spans that may overlap. */
function covered(spans: readonly (readonly [number, number])[]): number {
  let [sum, end] = [0, Number.NEGATIVE_INFINITY]
  for (const [from, to] of [...spans].sort(([one], [other]) => one - other)) {
    sum += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return sum
}
