import { childrenOf, isComment, isElement, isText, textOf, type Tree } from './markup'
import type { Wall } from './walls'

/** Letters of a sample; and how many samples of a text are taken, the first of them from its very beginning. */
const sampleLength = 40
const samplesAtStart = 4
const samplesInAll = 60
/** So many samples are no quotation any more; of a short text, half of them. */
const much = 6
/** Shorter values hold no sample. */
const shortest = sampleLength

/**
 * Whether what is sold also stands where nobody reads it but anybody finds it: in data for search engines, descriptions, comments,
 * the state that a script begins with. What an author quotes in the text itself is theirs to quote.
 */
export function copiesIn(page: Tree, walls: readonly Wall[]): 'none' | 'some' | 'much' {
  if (walls.length === 0) return 'none'
  const { read, unread } = textsOf(page, new Set(walls.flatMap(({ paid }) => paid.map(({ element }) => element))))
  const samples = walls.flatMap(({ paid }) => samplesOf(flat(paid.map(({ element }) => textOf(element)).join(' ')))).filter((sample) => !read.includes(sample))
  const found = samples.filter((sample) => unread.includes(sample)).length
  return found >= Math.max(2, Math.min(much, samples.length / 2)) ? 'much' : found > 0 ? 'some' : 'none'
}

function samplesOf(text: string): readonly string[] {
  const step = Math.max(sampleLength, Math.floor(text.length / samplesInAll))
  const starts = [...Array.from({ length: samplesAtStart }, (_, index) => index * sampleLength), ...Array.from({ length: samplesInAll }, (_, index) => index * step)]
  return [...new Set(starts)].map((start) => text.slice(start, start + sampleLength)).filter((sample) => sample.length === sampleLength)
}

/** What of the free part is read, and what is not. */
function textsOf(page: Tree, sold: ReadonlySet<Tree>): { readonly read: string; readonly unread: string } {
  const read: string[] = []
  const unread: string[] = []
  const waiting: { readonly node: Tree; readonly isRead: boolean }[] = [{ node: page, isRead: true }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node } = next
    if (sold.has(node)) continue
    if (isText(node)) (next.isRead ? read : unread).push(node.value)
    if (isComment(node)) unread.push(node.data)
    if (isElement(node)) for (const { value } of node.attrs) if (value.length >= shortest) unread.push(value)
    const isRead = next.isRead && !(isElement(node) && /^(script|style|template|noscript|head)$/.test(node.tagName))
    for (const child of [...childrenOf(node)].reverse()) waiting.push({ node: child, isRead })
  }
  return { read: flat(read.join(' ')), unread: flat(unescaped(unread.join(' \n'))) }
}

/** Data and scripts write some letters in other ways. */
const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\\[nrt]/g, ' ').replace(/\\(.)/g, '$1')

/** Without tags, and with one space wherever there is any. */
const flat = (text: string): string => text.replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ')
