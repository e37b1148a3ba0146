import type { Tag } from '../../core/words/languages'
import { speech } from '../../core/words/speakable'
import { locale } from '../../platform/locale'

/** Several things in one sentence, with the commas and the "and" of the language: "a, b, and c". */
export const writeList = (things: readonly string[]): string => new Intl.ListFormat(locale(), { type: 'conjunction' }).format(things)

/** The browser knows how a language writes numbers, and not its quotation marks. */
const marks: Readonly<Record<Tag, readonly [string, string]>> = {
  en: ['“', '”'],
  de: ['„', '“'],
  es: ['«', '»'],
  fr: ['«\u202f', '\u202f»'],
  pt: ['“', '”'],
  ar: ['«', '»'],
  ja: ['「', '」'],
  ko: ['“', '”'],
}

/** A name that a reader gave, in quotation marks, and set apart where it may turn what is around it. */
export function writeName(name: string): string {
  const { tag, direction } = speech() ?? { tag: 'en', direction: 'ltr' }
  const [opens, closes] = marks[tag as Tag]
  return direction === 'rtl' ? `\u2068${opens}\u2068${name}\u2069${closes}\u2069` : `${opens}${name}${closes}`
}
