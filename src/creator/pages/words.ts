import { formatPrice } from '../../core/money'
import { tableOnly } from '../../core/money/rates'

/** "$0.10". @param price atomic units of USDC */
export const priceInWords = (price: bigint): string => formatPrice(price, 6, { currency: 'USD', locale: 'en-US', rates: tableOnly })
