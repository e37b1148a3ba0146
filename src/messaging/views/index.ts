/**
 * What the worker shows its own pages and, for the card only, a content script.
 * JSON only. Amounts are decimal strings of atomic units ("50000" is $0.05 in USDC); times are milliseconds since 1970.
 */
export type * from './approval'
export type * from './events'
export type * from './export'
export type * from './history'
export type * from './library'
export type * from './limits'
export type * from './money'
export type * from './page'
export type * from './payment'
export type * from './policy'
export type * from './privacy'
export type * from './purses'
export type * from './settings'
export type * from './sites'
export type * from './wallet'
export type * from './watch'
