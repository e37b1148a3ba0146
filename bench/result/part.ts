import type { Spread } from './spread'

export type Unit = 'ms' | 'µs' | 'B' | 'KiB' | 'MiB' | 's' | '×' | 'a second' | ''

export interface Figure extends Spread {
  readonly unit: Unit
}

/** What stands in a table: something measured, something counted, or nothing. */
export type Cell = Figure | string | null

export interface Row {
  readonly name: string
  readonly cells: readonly Cell[]
}

export interface Table {
  readonly title: string
  /** What is read from it, and what is not. */
  readonly says: string
  readonly head: readonly string[]
  readonly rows: readonly Row[]
}

/** Lengths beside each other. */
export interface Bars {
  readonly kind: 'bars'
  readonly name: string
  readonly title: string
  readonly unit: Unit
  readonly bars: readonly { readonly name: string; readonly length: number; readonly spread: Spread | null }[]
}

/** How figures grow with a size. */
export interface Curves {
  readonly kind: 'curves'
  readonly name: string
  readonly title: string
  readonly unit: Unit
  readonly across: string
  readonly sizes: readonly number[]
  readonly lines: readonly { readonly name: string; readonly spreads: readonly (Spread | null)[] }[]
}

export type Chart = Bars | Curves

/** What the design asks for, beside what was found. */
export interface Budget {
  readonly what: string
  readonly most: string
  readonly found: Cell
  readonly kept: boolean
  /** Where it is not kept: why, and what is to be done. */
  readonly because: string | null
}

/** One part of the bench. */
export interface Part {
  readonly title: string
  readonly about: string
  readonly tables: readonly Table[]
  readonly charts: readonly Chart[]
  readonly budgets: readonly Budget[]
}

/** How much is run: `quick` shows that everything works, and roughly what it costs. */
export interface Effort {
  readonly quick: boolean
}

export const figure = (spread: Spread, unit: Unit): Figure => ({ ...spread, unit })

/** A budget is a bound from above: what is at it is kept. */
export const budget = (what: string, found: Figure, most: number, because: string | null = null): Budget => ({
  what,
  most: `${most.toLocaleString('en')} ${found.unit}`.trim(),
  found,
  kept: found.median <= most,
  because: found.median <= most ? null : because,
})
