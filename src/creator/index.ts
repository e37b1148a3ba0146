/** What a writer's server imports from `farthing-creator`. */
export type { RefundTerms, ShopOptions } from './options'
export { openShop, type Shop } from './shop'
export { listener } from './node'
