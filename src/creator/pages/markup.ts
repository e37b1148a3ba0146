import { parse, type DefaultTreeAdapterTypes as Types } from 'parse5'

export type Element = Types.Element
export type Tree = Types.Node

/** A stretch of a source, in UTF-16 units; the end is not in it. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** What stands in the place of a stretch of a source. */
export interface Edit extends Range {
  readonly text: string
}

export const parsePage = (html: string): Types.Document => parse(html, { sourceCodeLocationInfo: true })

export const isElement = (node: Tree): node is Element => 'tagName' in node
export const isText = (node: Tree): node is Types.TextNode => node.nodeName === '#text'
export const isComment = (node: Tree): node is Types.CommentNode => node.nodeName === '#comment'

/** What a node holds; of a template, what it would make. */
export function childrenOf(node: Tree): readonly Types.ChildNode[] {
  if ('content' in node) return node.content.childNodes
  return 'childNodes' in node ? node.childNodes : []
}

/** A node and everything in it, in the order of the source. */
export function* within(root: Tree): Generator<Tree> {
  const waiting: Tree[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node
    for (const child of [...childrenOf(node)].reverse()) waiting.push(child)
  }
}

export function* elementsWithin(root: Tree): Generator<Element> {
  for (const node of within(root)) if (isElement(node)) yield node
}

/** The first element that passes, in the order of the source. */
export function findElement(root: Tree, test: (element: Element) => boolean): Element | undefined {
  for (const element of elementsWithin(root)) if (test(element)) return element
  return undefined
}

export const attribute = (element: Element, name: string): string | null => element.attrs.find((one) => one.name === name)?.value ?? null

/** Elements whose text is no text to be read. */
const unread = new Set(['script', 'style', 'template', 'noscript'])

/** What is read of an element, with a space between its pieces. */
export function textOf(root: Tree): string {
  const pieces: string[] = []
  const waiting: Tree[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isText(node)) pieces.push(node.value)
    else if (!isElement(node) || !unread.has(node.tagName)) waiting.push(...[...childrenOf(node)].reverse())
  }
  return pieces.join(' ')
}

/** A stretch of a source with edits made in it. One that begins inside another is left out. */
export function edited(html: string, edits: readonly Edit[], within: Range = { start: 0, end: html.length }): string {
  let result = ''
  let at = within.start
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at || end > within.end) continue
    result += html.slice(at, start) + text
    at = end
  }
  return result + html.slice(at, within.end)
}

export const insertion = (at: number, text: string): Edit => ({ start: at, end: at, text })
export const removal = ({ start, end }: Range): Edit => ({ start, end, text: '' })

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as HTML, between tags or between quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => references[character] ?? character)
