import { pagesPart } from './pages/part'
import { payPart } from './pay/part'
import type { Effort, Part } from './result/part'

/** The parts of the bench, in the order in which they are run and told. */
export const parts = {
  pages: pagesPart,
  pay: payPart,
} as const satisfies Readonly<Record<string, (effort: Effort) => Promise<Part>>>

export type PartName = keyof typeof parts
