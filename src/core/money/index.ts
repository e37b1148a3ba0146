export { formatToken, parseAtomic, toDecimal } from './atomic'
export { formatPrice, isEstimate, type PriceDisplay } from './price'
export { bundledRates, type ReferenceRates } from './reference-rates'
