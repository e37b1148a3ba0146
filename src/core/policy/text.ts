import type { TextId } from './documents'

/** A text that a policy carries, in plain lines: the first is its title, those that begin with "## " are headings, each other one is a paragraph. */
export interface PolicyText {
  readonly title: string
  readonly lines: readonly string[]
}

const mostLines = 300
const heading = '## '
/** Control and bidirectional characters could show other words than those that were agreed to. Joiners stay: some scripts are written with them. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

/** Null for what is no such text. */
export function readText(body: string): PolicyText | null {
  const [title = '', ...lines] = body.split('\n').filter((line) => line !== '')
  const all = [title, ...lines]
  return lines.length === 0 || all.length > mostLines || all.some((line) => unseen.test(line) || line.trim() !== line) || isHeading(title) ? null : { title, lines }
}

export const writeText = ({ title, lines }: PolicyText): string => `${[title, ...lines].join('\n\n')}\n`

export const isHeading = (line: string): boolean => line.startsWith(heading)
export const headingOf = (line: string): string => line.slice(heading.length)

/** One line of two texts that are held against each other. */
export interface ComparedLine {
  readonly what: 'same' | 'out' | 'in'
  readonly line: string
}

/** What was taken out and what was put in, line by line, by the longest sequence that both have. */
export function compareLines(before: readonly string[], after: readonly string[]): readonly ComparedLine[] {
  const common = commonLengths(before, after)
  const compared: ComparedLine[] = []
  for (let [at, to] = [0, 0]; at < before.length || to < after.length; ) {
    const [old, next] = [before[at], after[to]]
    if (old !== undefined && old === next) {
      compared.push({ what: 'same', line: old })
      at += 1
      to += 1
    } else if (old !== undefined && (next === undefined || (common[at + 1]?.[to] ?? 0) >= (common[at]?.[to + 1] ?? 0))) {
      compared.push({ what: 'out', line: old })
      at += 1
    } else {
      compared.push({ what: 'in', line: next ?? '' })
      to += 1
    }
  }
  return compared
}

/** How many lines what is left of both has in common, from each place on. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const [row, next] = [lengths[at] ?? [], lengths[at + 1] ?? []]
    for (let to = after.length - 1; to >= 0; to -= 1) row[to] = before[at] === after[to] ? (next[to + 1] ?? 0) + 1 : Math.max(next[to] ?? 0, row[to + 1] ?? 0)
  }
  return lengths
}

/** Of texts in several languages the one for a reader: in their language, else in English; undefined where it is in neither. @param language "de-AT" */
export function inLanguage<T extends { readonly id: TextId; readonly lang: string }>(texts: readonly T[], id: TextId, language: string): T | undefined {
  const [general = ''] = language.split('-')
  const own = texts.filter((text) => text.id === id)
  return [language, general, 'en'].map((lang) => own.find((text) => text.lang === lang)).find((text) => text !== undefined)
}
