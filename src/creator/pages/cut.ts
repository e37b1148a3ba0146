import { err, ok, type Result } from '../../core/result'
import { dollars } from '../frame/money'
import { baseOf, boundIn, canonicalOf, fromAnywhere, readElsewhere, rooted, type Bound } from './addresses'
import { copiesIn } from './copies'
import { linkedData } from './linked-data'
import { attribute, edited, elementsWithin, escaped, findElement, insertion, isComment, parsePage, removal, textOf, within, type Edit, type Element, type Tree } from './markup'
import { looksForSale } from './suspicion'
import { findWalls, paidMark, unpaidMark, type Fault, type Wall } from './walls'

export interface CutOptions {
  /** The page's own address, as readers see it. */
  readonly page: URL
  /** The address of a part, by its number. */
  readonly addressOf: (number: number) => string
  /** Atomic units, for tags that name no price. */
  readonly price?: bigint
  /** What else the public tag says of a part, where its author has not written it. */
  readonly attributesOf?: (number: number) => Readonly<Record<string, string>>
}

/** One part of a page that is for sale. */
export interface Part {
  /** From 1, in the order of the page. */
  readonly number: number
  readonly title: string
  /** Atomic units. */
  readonly price: bigint
  /** How long readers keep it, in the author's word; null where they say nothing. */
  readonly keep: string | null
  /** What the author's tag holds, premium parts in their places: it takes the place of what the public tag holds. */
  readonly fragment: string
}

/** A page for everybody, and for those who have paid. */
export interface Cut {
  /** The author's page without a byte of what is sold. */
  readonly forAll: string
  readonly parts: readonly Part[]
  /**
   * The page with what was bought in its place, and everything else that is sold cut out.
   * @param elsewhere where it is read, if that is not its own address: links and pictures stay good
   */
  whole(bought: ReadonlySet<number>, elsewhere?: string): string
  /** What the author should mend, but nobody is harmed by. */
  readonly advice: readonly string[]
  /** Where the page says that it is (`link rel=canonical`), as it is written there; null where it says nothing of it. */
  readonly canonical: string | null
  /** Letters that it takes to keep this, about. */
  readonly letters: number
}

/** The longest title, in characters (till/item.ts). */
const longestTitle = 300

/**
 * Cuts what is for sale out of an author's page. All bytes that are not for sale stay as they are.
 * @returns a fault where it is not certain what is for sale: then nothing of the page may be shown
 */
export function cutPage(html: string, options: CutOptions): Result<Cut, Fault> {
  const page = parsePage(html)
  const found = findWalls(page, html, options.price)
  if (!found.ok) return found
  const walls = found.value
  const base = baseOf(page, options.page)
  const sources = walls.map((_, index) => fromAnywhere(options.addressOf(index + 1), base, options.page))
  const data = linkedData(page, walls, options.page)
  const everywhere = silenced(page)
  const openings = walls.map((wall, index) => opened(wall, sources[index] ?? ''))
  const closings = walls.map((wall, index) => closed(wall, sources[index] ?? '', options.attributesOf?.(index + 1) ?? {}))
  const forAll = edited(html, [...everywhere, ...data.edits, ...closings.flat()])
  if (looksForSale(forAll, 'page') || hidesText(page, walls)) return err(`${paidMark} stands where it cannot be cut out: in a script, a comment, an attribute, or in broken markup.`)
  const copies = copiesIn(page, walls)
  if (copies === 'much') return err('what is for sale stands a second time where anybody finds it: in data for search engines (articleBody), in the state of a script, or in a comment. Take it out there.')
  const parts = walls.map((wall, index): Part => {
    const inside = { start: wall.startTag.end, end: wall.endTag.start }
    const fragment = edited(html, [...(openings[index] ?? []), ...rooted(wall.element, base, options.page)], inside)
    return { number: index + 1, title: titleOf(wall.element, page, options.page), price: wall.price, keep: attribute(wall.element, 'keep')?.trim().slice(0, 64) ?? null, fragment }
  })
  const pieces: Pieces = { html, everywhere, openings, closings, bound: boundIn(page, html, options.page) }
  const letters = lettersOf(pieces) + forAll.length + parts.reduce((sum, { fragment }) => sum + fragment.length, 0)
  return ok({ forAll, parts, whole: wholeOf(pieces), advice: [...data.advice, ...(copies === 'some' ? [quoted] : [])], canonical: canonicalOf(page), letters })
}

/** What a page is put together from. */
interface Pieces {
  readonly html: string
  readonly everywhere: readonly Edit[]
  /** By the number of the part, from 0: as those see it who have bought it, and as everybody does. */
  readonly openings: readonly (readonly Edit[])[]
  readonly closings: readonly (readonly Edit[])[]
  readonly bound: Bound
}

/** A function of its own, so that it holds on to the pieces and not to the tree that they were made from, which is many times larger. */
const wholeOf =
  ({ html, everywhere, openings, closings, bound }: Pieces): Cut['whole'] =>
  (bought, elsewhere) => {
    const edits = closings.flatMap((closing, index) => (bought.has(index + 1) ? (openings[index] ?? closing) : closing))
    return edited(html, [...everywhere, ...edits, ...(elsewhere === undefined ? [] : readElsewhere(bound, elsewhere))])
  }

/** Letters that an edit takes beside its text, about. */
const perEdit = 80

const lettersOf = ({ html, everywhere, openings, closings, bound }: Pieces): number =>
  [...everywhere, ...openings.flat(), ...closings.flat(), ...bound.edits].reduce((sum, { text }) => sum + text.length + perEdit, html.length + bound.links.length * perEdit)

const quoted = 'A description or data of this page quotes what is for sale. If that is not meant, write a description of your own.'

/** Comments that hold something that was for sale: nobody reads them, but anybody can. */
function silenced(page: Tree): readonly Edit[] {
  const edits: Edit[] = []
  for (const node of within(page)) {
    if (!isComment(node) || !node.sourceCodeLocation || !node.data.toLowerCase().includes(paidMark)) continue
    edits.push({ start: node.sourceCodeLocation.startOffset, end: node.sourceCodeLocation.endOffset, text: '<!---->' })
  }
  return edits
}

/** Whether a value of some attribute holds markup that is for sale (`srcdoc`). */
function hidesText(page: Tree, walls: readonly Wall[]): boolean {
  const sold = new Set(walls.flatMap(({ paid }) => paid.map(({ element }) => element)))
  const waiting: Tree[] = [page]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('tagName' in node && sold.has(node)) continue
    if ('attrs' in node && node.attrs.some(({ value }) => looksForSale(value, 'text'))) return true
    if ('content' in node) waiting.push(node.content)
    if ('childNodes' in node) waiting.push(...node.childNodes)
  }
  return false
}

/** A tag as those see it who have bought what it holds: without what was said before. */
function opened({ element }: Wall, source: string): readonly Edit[] {
  const unneeded = [...elementsWithin(element)].filter((one) => attribute(one, unpaidMark) !== null || leadsTo(one, source))
  return unneeded.flatMap(({ sourceCodeLocation: place }) => (!place ? [] : [removal({ start: place.startOffset, end: place.endOffset })]))
}

const leadsTo = (element: Element, source: string): boolean => element.tagName === 'a' && attribute(element, 'href')?.trim() === source

/** A tag as everybody sees it. */
function closed({ element, startTag, endTag, paid, price }: Wall, source: string, more: Readonly<Record<string, string>>): readonly Edit[] {
  const added: string[] = [`src="${escaped(source)}"`]
  const edits: Edit[] = paid.map(removal)
  const classes = attribute(element, 'class')
  const place = element.sourceCodeLocation?.attrs?.['class']
  if (classes === null || place === undefined) added.push('class="paywall"')
  else if (!classes.split(/\s+/).includes('paywall')) edits.push({ start: place.startOffset, end: place.endOffset, text: `class="${escaped(`${classes.trim()} paywall`.trim())}"` })
  if (attribute(element, 'words') === null) added.push(`words="${wordsIn(paid)}"`)
  for (const [name, value] of Object.entries(more)) if (attribute(element, name) === null) added.push(`${name}="${escaped(value)}"`)
  edits.push(insertion(startTag.start + '<pay-wall'.length, ` ${added.join(' ')}`))
  const sold = new Set(paid.flatMap((one) => [...elementsWithin(one.element)]))
  const hasLink = [...elementsWithin(element)].some((one) => !sold.has(one) && leadsTo(one, source))
  if (!hasLink) edits.push(insertion(endTag.start, `<a href="${escaped(source)}">Read the rest (${dollars(price)})</a>`))
  return edits
}

const wordsIn = (paid: Wall['paid']): number => paid.reduce((sum, { element }) => sum + (textOf(element).match(/\S+/g)?.length ?? 0), 0)

/** What the author calls a part; else what the page is called; else where it is. */
function titleOf(element: Element, page: Tree, address: URL): string {
  const own = attribute(element, 'title')
  const heading = findElement(page, ({ tagName }) => tagName === 'title')
  const candidates = [own, heading === undefined ? null : textOf(heading), address.pathname]
  const title = candidates.map((text) => text?.replace(/\s+/g, ' ').trim() ?? '').find((text) => text !== '') ?? address.pathname
  return title.slice(0, longestTitle)
}
