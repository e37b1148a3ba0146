import * as v from 'valibot'
import { parseUnits } from 'viem'
import { tokenDecimals } from './token'

/** A price or sum in US dollars as a decimal string: "0.05", "2500". At most six decimals, as the token has. */
export const usdText = v.pipe(v.string(), v.maxLength(20), v.regex(/^\d{1,12}(?:\.\d{1,6})?$/, 'a decimal number of dollars'))

/** Dollars to atomic units of the token: "0.05" is 50000n. */
export const atomic = (usd: string): bigint => parseUnits(usd, tokenDecimals)
