import { isQuestion, type Tree } from './tree'
import { words } from './words'

/** Writing without spaces between its words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** "Can't" and "cannot read": letters and digits, without capitals, accents and apostrophes. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/[\p{M}'’]/gu, '').normalize('NFC').toLowerCase()
  if (unspaced.test(plain)) return [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(plain)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

const stem = (word: string): string => word.replace(new RegExp(String.raw`(?<=\p{L}{3})(?:${words.search.endings})$`, 'u'), '')

interface Entry {
  readonly tree: Tree
  /** Stems of its title. */
  readonly title: readonly string[]
  /** Stems of its title and of what people call it. */
  readonly named: readonly string[]
  /** Stems of all that it says. */
  readonly said: readonly string[]
}

const textOf = ({ steps }: Tree): string =>
  [...steps.values()].map((step) => (isQuestion(step) ? [step.ask, ...step.choices.map(({ label }) => label)] : step.say).join(' ')).join(' ')

const stemsOf = (text: string): readonly string[] => [...new Set(wordsOf(text).map(stem))]

/** A word counts in full where the tree is named by it, less while it is being typed, and little where it is only said somewhere. */
function weight(stemmed: string, { title, named, said }: Entry): number {
  if (title.includes(stemmed)) return 5
  if (named.includes(stemmed)) return 4
  if (named.some((word) => word.startsWith(stemmed))) return 3
  return said.includes(stemmed) ? 1 : 0
}

/** Finds trees by everyday words, the most fitting first; with nothing asked, all of them in their own order. */
export function searchIn(trees: readonly Tree[]): (query: string) => readonly Tree[] {
  const entries = trees.map((tree): Entry => ({ tree, title: stemsOf(tree.title), named: stemsOf(`${tree.title} ${tree.also}`), said: stemsOf(textOf(tree)) }))
  const empty = new Set(wordsOf(words.search.empty))
  return (query) => {
    const all = wordsOf(query)
    if (all.length === 0) return trees
    const telling = all.filter((word) => !empty.has(word))
    const stems = (telling.length === 0 ? all : telling).map(stem)
    const weighed = entries.map((entry) => ({ tree: entry.tree, sum: stems.reduce((sum, one) => sum + weight(one, entry), 0) }))
    const best = Math.max(...weighed.map(({ sum }) => sum))
    // What fits half as well as the best is still worth a look.
    return weighed
      .filter(({ sum }) => sum > 0 && sum * 2 >= best)
      .sort((one, other) => other.sum - one.sum)
      .map(({ tree }) => tree)
  }
}
