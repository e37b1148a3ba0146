import type { Direction } from './speakable'

/** Every language there is, or is being written. */
export const tags = ['en', 'de', 'es', 'fr', 'pt', 'ar', 'ja', 'ko'] as const
export type Tag = (typeof tags)[number]

/** How a language runs, and how it writes numbers and dates where the browser says nothing closer. In Arabic they have digits of two kinds: in a wallet all are written in one. */
export const factsOf = (tag: Tag): { readonly direction: Direction; readonly locale: string } => (tag === 'ar' ? { direction: 'rtl', locale: 'ar-u-nu-latn' } : { direction: 'ltr', locale: tag })

/** The languages that are whole, in the order in which they are offered. A language is entered here when nothing of it is missing. */
export const offered = ['en', 'de', 'es', 'fr', 'pt', 'ar', 'ja', 'ko'] as const satisfies readonly Tag[]

/** What a reader may choose: a language, or the one of their browser. */
export type Choice = 'browser' | Tag

const isOffered = (tag: string): tag is Tag => (offered as readonly string[]).includes(tag)

/** What was stored, if it is one of the choices; anything else is as if nothing had been chosen. */
export const readChoice = (stored: unknown): Choice => (typeof stored === 'string' && isOffered(stored) ? stored : 'browser')

/** As far as browsers name theirs; any other name of a language is left alone. */
const wellFormed = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?$/

const primary = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? ''

/**
 * Which words and which numbers a reader gets. Without a choice it is the first of the browser's languages that is offered.
 * Where one of them is a closer form of the chosen one ("de-AT"), numbers and dates follow it.
 * @param known the browser's own language, then those its reader named; BCP 47
 */
export function chosenLanguage(choice: Choice, known: readonly string[]): { readonly tag: Tag; readonly locale: string; readonly direction: Direction } {
  const tag = choice === 'browser' ? (known.map(primary).find(isOffered) ?? 'en') : choice
  const { locale, direction } = factsOf(tag)
  const closer = known.find((one) => primary(one) === tag && wellFormed.test(one))
  return { tag, direction, locale: tag === 'ar' ? locale : (closer ?? locale) }
}
