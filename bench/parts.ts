import { pagesPart } from './pages/part'
import { payPart } from './pay/part'
import type { Effort, Part } from './result/part'
import { booksPart } from './singles/books'
import { riskPart, tillPart, vaultPart } from './singles/others'
import { workerPart } from './worker/part'

/** The parts of the bench, in the order in which they are run and told. */
export const parts = {
  pages: pagesPart,
  pay: payPart,
  worker: workerPart,
  vault: vaultPart,
  books: booksPart,
  risk: riskPart,
  till: tillPart,
  // What packs a file begins to work as soon as it is imported.
  size: async (effort: Effort) => (await import('./size/part')).sizePart(effort),
} as const satisfies Readonly<Record<string, (effort: Effort) => Promise<Part>>>

export type PartName = keyof typeof parts
