import { fromDecimal } from '../../core/money'
import { err, ok, type Result } from '../../core/result'
import { attribute, childrenOf, isElement, isText, type Element, type Range, type Tree } from './markup'

export const tagName = 'pay-wall'
export const paidMark = 'data-paid'
/** What is to be seen until it is paid, and not after. */
export const unpaidMark = 'data-unpaid'

/** Of the token that is charged: USDC everywhere. */
const decimals = 6
/** Parts of one page, at most: more have no address. */
const mostParts = 99
/** 10,000 dollars: what is above it is a slip of the pen. */
const dearest = 10_000_000_000n

/** A `<pay-wall>` of which something is sold, where the source has it. */
export interface Wall {
  readonly element: Element
  readonly startTag: Range
  readonly endTag: Range
  /** What is cut out, in order. */
  readonly paid: readonly Paid[]
  /** Atomic units. */
  readonly price: bigint
}

export interface Paid extends Range {
  readonly element: Element
}

interface Found {
  readonly element: Element
  readonly outer: Found | null
  readonly paid: Element[]
}

/** A sentence for the author, with the line it is about. */
export type Fault = string

/**
 * The tags of a page that sell something. Whatever leaves a doubt about where a premium part begins and ends is a fault: a browser
 * and this program have to read the same.
 * @param price atomic units, for tags that name none
 */
export function findWalls(page: Tree, html: string, price?: bigint): Result<readonly Wall[], Fault> {
  const found: Found[] = []
  const fault = collect(page, found)
  if (fault !== null) return err(fault)
  const selling = found.filter(({ paid }) => paid.length > 0)
  const nested = found.find(({ outer, paid }) => outer !== null && paid.length + outer.paid.length > 0)
  if (nested !== undefined) return err(`${lineOf(nested.element)}a <pay-wall> stands inside another.`)
  if (selling.length > mostParts) return err(`There are more than ${mostParts} tags that sell something.`)
  const walls: Wall[] = []
  for (const { element, paid } of selling) {
    const wall = readWall(element, paid, html, price)
    if (!wall.ok) return wall
    walls.push(wall.value)
  }
  return ok(walls)
}

const lineOf = (element: Element): string => {
  const line = element.sourceCodeLocation?.startLine
  return line === undefined ? '' : `Line ${line}: `
}

interface Place {
  readonly wall: Found | null
  readonly isPaid: boolean
  readonly isInTemplate: boolean
}

/** Walks the page. @returns what is wrong with it */
function collect(root: Tree, found: Found[]): Fault | null {
  const waiting: (Place & { readonly node: Tree })[] = [{ node: root, wall: null, isPaid: false, isInTemplate: false }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const inside = enter(next.node, next, found)
    if (typeof inside === 'string') return inside
    for (const child of [...childrenOf(next.node)].reverse()) waiting.push({ ...inside, node: child })
  }
  return null
}

/** Where the children of a node are. */
function enter(node: Tree, place: Place, found: Found[]): Place | Fault {
  if (!isElement(node)) return place
  const isMarked = attribute(node, paidMark) !== null
  if (node.tagName === tagName) {
    if (isMarked) return `${lineOf(node)}${paidMark} belongs on an element inside the tag, not on the tag.`
    const wall = { element: node, outer: place.wall, paid: [] }
    found.push(wall)
    return { ...place, wall }
  }
  const isInTemplate = place.isInTemplate || 'content' in node
  if (!isMarked || place.isPaid) return { ...place, isInTemplate }
  if (isInTemplate) return `${lineOf(node)}${paidMark} stands in a <template>, which goes to everybody.`
  if (place.wall === null) return `${lineOf(node)}${paidMark} stands outside of any <pay-wall>, or the markup before it makes a browser move it out.`
  place.wall.paid.push(node)
  return { wall: place.wall, isPaid: true, isInTemplate }
}

function readWall(element: Element, marked: readonly Element[], html: string, otherwise: bigint | undefined): Result<Wall, Fault> {
  const line = lineOf(element)
  const { startTag, endTag } = element.sourceCodeLocation ?? {}
  if (!startTag || !endTag) return err(`${line}the <pay-wall> is not closed.`)
  for (const own of ['src', 'sealed', 'also']) if (attribute(element, own) !== null) return err(`${line}a <pay-wall> with ${paidMark} in it takes no ${own} of its own.`)
  const price = readPrice(element, otherwise)
  if (!price.ok) return price
  const paid: Paid[] = []
  for (const one of marked) {
    const place = one.sourceCodeLocation
    if (!place?.startTag || !place.endTag) return err(`${lineOf(one)}the element with ${paidMark} is not closed.`)
    paid.push({ element: one, start: place.startOffset, end: place.endOffset })
  }
  const wall = { element, startTag: rangeOf(startTag), endTag: rangeOf(endTag), paid, price: price.value }
  return isSoundlyWritten(wall, html) ? ok(wall) : err(`${line}the markup in this <pay-wall> is broken: a browser would not read it as it is written. Check that every tag in it is closed where it should be.`)
}

const rangeOf = ({ startOffset, endOffset }: { readonly startOffset: number; readonly endOffset: number }): Range => ({ start: startOffset, end: endOffset })

/** @returns atomic units */
function readPrice(element: Element, otherwise: bigint | undefined): Result<bigint, Fault> {
  const text = attribute(element, 'price')?.trim()
  if ((text === undefined || text === '') && otherwise !== undefined) return ok(otherwise)
  if (text === undefined || text === '') return err(`${lineOf(element)}the <pay-wall> has no price.`)
  const currency = attribute(element, 'currency')?.trim().toUpperCase() ?? 'USD'
  if (currency !== 'USD' && currency !== 'USDC') return err(`${lineOf(element)}prices are in USD, not in ${currency.slice(0, 8)}.`)
  const price = fromDecimal(text, decimals)
  if (price === null || price === 0n || price > dearest) return err(`${lineOf(element)}"${text.slice(0, 32)}" is no price. Write dollars with a point: 0.10`)
  return ok(price)
}

/**
 * Whether everything that is written between a tag's start and end is in it, in that order, and nothing else is: no tag that a browser
 * drops, moves or doubles. Only then does cutting the source cut what the page shows.
 */
function isSoundlyWritten({ element, startTag, endTag, paid }: Omit<Wall, 'price'>, html: string): boolean {
  const pieces: (Range & { readonly paid: Element | null })[] = []
  const waiting = childrenOf(element).map((node) => ({ node, paid: null as Element | null }))
  const marked = new Set(paid.map((one) => one.element))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node } = next
    const inside = isElement(node) && marked.has(node) ? node : next.paid
    const place = node.sourceCodeLocation
    if (!place) return false
    if (isElement(node)) {
      const { startTag: opens, endTag: closes } = node.sourceCodeLocation ?? {}
      pieces.push({ ...rangeOf(opens ?? place), paid: inside })
      if (closes) pieces.push({ ...rangeOf(closes), paid: inside })
      waiting.push(...childrenOf(node).map((child) => ({ node: child, paid: inside })))
    } else {
      if (isText(node) && !isRaw(node) && /<[a-z/!?]/i.test(html.slice(place.startOffset, place.endOffset))) return false
      pieces.push({ ...rangeOf(place), paid: inside })
    }
  }
  let at = startTag.end
  for (const piece of pieces.sort((a, b) => a.start - b.start)) {
    // A line break right after <pre> is read by nobody.
    if (piece.start < at || html.slice(at, piece.start).trim() !== '') return false
    at = piece.end
  }
  if (at > endTag.start || html.slice(at, endTag.start).trim() !== '') return false
  const isIn = (piece: Range, range: Range): boolean => piece.start >= range.start && piece.end <= range.end
  return pieces.every((piece) => paid.every((range) => isIn(piece, range) === (piece.paid === range.element)))
}

/** Whether the text of an element is taken as it is written. */
const isRaw = (node: Tree): boolean => {
  const parent = 'parentNode' in node ? node.parentNode : null
  return parent !== null && isElement(parent) && /^(script|style|textarea|title|iframe|noscript|noembed|noframes|xmp|plaintext)$/.test(parent.tagName)
}
