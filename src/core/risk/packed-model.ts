import type { Model, Tree } from './model'

/**
 * A model as it is shipped, a fifth of its size: nodes of all trees one after the other. What can be told from other fields is left
 * out: a tree ends where every split has its two nodes, those stand behind all that came before, and a leaf is worth what it adds.
 */
export type PackedModel = Omit<Model, 'trees'> & { readonly packed: PackedTrees }

interface PackedTrees {
  /** For each node a character: the feature that is asked there, counted from ")", or "(" for a leaf. */
  readonly features: string
  /** Thousandths, parted by spaces: where each split parts, what each split is worth, what each leaf adds. */
  readonly splits: string
  readonly worths: string
  readonly leaves: string
}

const leaf = '('
const leafCode = leaf.charCodeAt(0)

const thousandths = (numbers: readonly number[]): string => numbers.map((number) => Math.round(number * 1_000)).join(' ')
/** Takes them one by one. */
function reader(text: string): () => number {
  const numbers = text.split(' ')
  let at = 0
  return () => Number(numbers[at++]) / 1_000
}

export function packModel({ trees, ...rest }: Model): PackedModel {
  const nodes = trees.flatMap(({ feature, value, worth }) => feature.map((asked, at) => ({ asked, value: value[at] ?? 0, worth: worth[at] ?? 0 })))
  const splits = nodes.filter(({ asked }) => asked >= 0)
  return {
    ...rest,
    packed: {
      features: nodes.map(({ asked }) => String.fromCharCode(leafCode + 1 + asked)).join(''),
      splits: thousandths(splits.map(({ value }) => value)),
      worths: thousandths(splits.map(({ worth }) => worth)),
      leaves: thousandths(nodes.filter(({ asked }) => asked < 0).map(({ value }) => value)),
    },
  }
}

/** The model that was packed: equal to the last digit. */
export function unpackModel<Rest>({ packed, ...rest }: Rest & { readonly packed: PackedTrees }): Omit<Rest, 'packed'> & { readonly trees: readonly Tree[] } {
  const next = { split: reader(packed.splits), worth: reader(packed.worths), leaf: reader(packed.leaves) }
  const trees: Tree[] = []
  for (let from = 0; from < packed.features.length; ) {
    const tree: Tree = { feature: [], left: [], value: [], worth: [] }
    for (let at = 0, size = 1; at < size; at += 1) {
      const asked = packed.features.charCodeAt(from + at) - leafCode - 1
      const isLeaf = asked < 0
      const value = isLeaf ? next.leaf() : next.split()
      tree.feature.push(asked)
      tree.left.push(isLeaf ? 0 : size)
      tree.value.push(value)
      tree.worth.push(isLeaf ? value : next.worth())
      if (!isLeaf) size += 2
    }
    trees.push(tree)
    from += tree.feature.length
  }
  return { ...rest, trees }
}
