/**
 * What is said, in the language that is spoken now. The English modules are what everything reads from; speaking another language
 * puts its words in their place. So words are read when they are said, and never kept: not at the load of a module, not in a constant.
 */

/** The same words in any language: the same names, the same things to fill in. */
export type Spoken<W> = W extends string ? string : W extends (...filled: infer A) => infer R ? (...filled: A) => Spoken<R> : { readonly [K in keyof W]: Spoken<W[K]> }

export type Direction = 'ltr' | 'rtl'

/** A language in which to speak. */
export interface Speech {
  /** BCP 47, of the words: "de". */
  readonly tag: string
  /** BCP 47, of numbers, dates and lists: "de-AT". */
  readonly locale: string
  readonly direction: Direction
  /** By the name of their module. What is missing stays English. */
  readonly words: Readonly<Record<string, object>>
}

type Words = Record<string, unknown>

interface Module {
  readonly live: Words
  /** As it was written, without other modules that it holds; null while nothing else was put in its place. */
  english: Words | null
}

const modules = new Map<string, Module>()
let spoken: Speech | null = null

/** @param name the module's name in every language (src/languages/language.ts) */
export function speakable<const W extends object>(name: string, english: W): Spoken<W> {
  const module: Module = { live: english as Words, english: null }
  modules.set(name, module)
  if (spoken !== null) retell(name, module, spoken)
  return english as unknown as Spoken<W>
}

/** From now on everything is said in this language, also what is loaded later. */
export function speak(speech: Speech): void {
  spoken = speech
  for (const [name, module] of modules) retell(name, module, speech)
}

/** The language that is spoken; null before it is known. */
export const speech = (): Speech | null => spoken

function retell(name: string, module: Module, { words }: Speech): void {
  const told = words[name]
  if (module.english !== null) replace(module.live, module.english)
  if (told === undefined) return
  module.english ??= copied(module.live)
  replace(module.live, told as Words)
}

function replace(live: Words, told: Words): void {
  for (const [key, said] of Object.entries(told)) {
    const before = live[key]
    if (isWords(said) && isWords(before)) replace(before, said)
    else live[key] = said
  }
}

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null

/** Without what is a module of its own. */
function copied(words: Words): Words {
  const of = (value: unknown): unknown => (Array.isArray(value) ? value.map(of) : isWords(value) ? copied(value) : value)
  const own = Object.entries(words).filter(([, inner]) => ![...modules.values()].some(({ live }) => live === inner))
  return Object.fromEntries(own.map(([key, inner]) => [key, of(inner)]))
}
