export { formatToken, parseAtomic, toDecimal } from './atomic'
export { formatPercent } from './percent'
export { formatPrice, type PriceDisplay } from './price'
export { isOld, overReference, pegOff, rateFor, tableOnly, type FeedReading, type Rates } from './rates'
