/** How many places in the sequence of payments one part of the history is about. */
export const partSize = 512

/** The part a payment belongs to, by its place in the sequence, which begins with 1. */
export const partOf = (order: number): number => Math.floor((order - 1) / partSize)

/** The first and the last place in the sequence that a part is about. */
export const placesIn = (part: number): readonly [number, number] => [part * partSize + 1, (part + 1) * partSize]

/** Where the sums of a part stand, beside the part itself. */
export const sumsOf = (part: number): number => -1 - part

/** Stands for the id of a payment where nobody knows which ones were taken away. */
export const everyPayment = '*'

/** Stands for all payments of a part. */
export const wholePart = '+'

/** Where the lines of a part stand while they are being made (store/export-lines.ts): a worker that is ended meanwhile leaves no row that looks like a part. */
export const whileMade = (part: number): number => -1 - part
