import * as v from 'valibot'
import { conventions, named, type Convention, type Named } from './conventions'
import { declared, longestScript, maxScripts, signs } from './detect'
import { declaresPaywall } from './json-ld'

type HintKind = keyof typeof declared | keyof typeof signs

const isHintKind = (kind: unknown): boolean => typeof kind === 'string' && (Object.hasOwn(declared, kind) || Object.hasOwn(signs, kind))

/** What a content script found in a page: that a selector of `detect` matched, and for 'ld+json' the script's text. */
const hint = v.strictObject({ kind: v.custom<HintKind>(isHintKind), value: v.pipe(v.string(), v.maxLength(longestScript)) })
export type Hint = v.InferOutput<typeof hint>

/** One hint a kind is all there can be, and a few scripts. */
const maxHints = Object.keys(declared).length + Object.keys(signs).length + maxScripts
export const pageHints = v.pipe(v.array(hint), v.maxLength(maxHints))

/**
 * What a page asks for in ways that Farthing cannot pay, most specific first; several may be true, and none is certain: all of
 * it is the page's word. To be asked where nothing was found that Farthing can pay, for a page may well declare itself
 * not free and sell the article too. Never throws.
 */
export function readHints(hints: readonly Hint[]): readonly Named[] {
  const scripts = hints.filter(({ kind }) => kind === 'ld+json').slice(0, maxScripts)
  const found = new Set<Convention>()
  if (scripts.some(({ value }) => declaresPaywall(value))) found.add('declared-paywall')
  for (const { kind } of hints) {
    if (kind === 'not-free') found.add('declared-paywall')
    else if (kind !== 'ld+json') found.add(kind)
  }
  return conventions.filter((convention) => found.has(convention)).map(named)
}
