import type { Address } from '../../core/hex'
import { parseAtomic } from '../../core/money/atomic'
import { networks, type Network } from '../../core/networks/networks'
import { decodeBase64, fieldsOf, isText, readJson, type Fields } from './border'

/** One way to pay that is paid here: USDC on a network that is known, by one EIP-3009 authorization (x402 v2, scheme exact). */
export interface Offer {
  readonly network: Network
  /** Atomic units, above 0. */
  readonly amount: bigint
  readonly payTo: Address
  /** Seconds the seller asks the authorization to stay valid. */
  readonly maxTimeoutSeconds: number
  /** It opens more than this piece: a day's pass, for example. */
  readonly isPass: boolean
  /** The entry as it came: the server looks for one that is equal. */
  readonly entry: Fields
}

export interface Challenge {
  /** Cheapest first. Empty where nothing can be paid here. */
  readonly offers: readonly Offer[]
  /** What the server says of an earlier attempt, up to 200 characters. */
  readonly error: string | null
  /** All of it, as it came. */
  readonly json: Fields
}

const longestHeader = 32 * 1024
const mostOffers = 50

/** Reads a PAYMENT-REQUIRED header. Null for what is none of x402 v2. */
export function readChallenge(header: string): Challenge | null {
  const bytes = header.length > longestHeader ? null : decodeBase64(header)
  const json = bytes === null ? null : readJson(new TextDecoder().decode(bytes), longestHeader)
  if (json?.['x402Version'] !== 2) return null
  const { accepts, error } = json
  if (!Array.isArray(accepts) || accepts.length > mostOffers) return null
  const offers = accepts.map(readOffer).filter((offer) => offer !== null)
  const cheapestFirst = offers.sort((one, other) => (one.amount < other.amount ? -1 : one.amount > other.amount ? 1 : 0))
  return { offers: cheapestFirst, error: typeof error === 'string' ? error.slice(0, 200) : null, json }
}

/** Address, name and version of the token are pinned: what the wire says has to be the same, and is then no longer looked at. */
function readOffer(entry: unknown): Offer | null {
  const fields = fieldsOf(entry)
  const extra = fieldsOf(fields?.['extra'])
  if (fields === null || extra === null || fields['scheme'] !== 'exact' || !isPlain(extra)) return null
  const { asset, amount: atomic, payTo: payee, maxTimeoutSeconds: seconds } = fields
  const network = networks.find(({ id }) => id === fields['network'])
  if (network === undefined || !isText(asset, 42) || !isText(payee, 42) || !isText(atomic, 78) || !isSeconds(seconds)) return null
  const { token } = network
  if (asset.toLowerCase() !== token.address || extra['name'] !== token.name || extra['version'] !== token.version) return null
  const amount = parseAtomic(atomic)
  const payTo = payee.toLowerCase() as Address
  if (amount === null || amount === 0n || !/^0x[0-9a-f]{40}$/.test(payTo) || /^0x0+$/.test(payTo) || payTo === token.address) return null
  return { network, amount, payTo, maxTimeoutSeconds: seconds, isPass: (extra['covers'] ?? null) !== null, entry: fields }
}

/** Absent means EIP-3009, settled after the answer was made. Anything else takes an allowance, or the money first. */
const isPlain = (extra: Fields): boolean => (extra['assetTransferMethod'] ?? 'eip3009') === 'eip3009' && (extra['paymentFlow'] ?? 'authorization') === 'authorization'

const isSeconds = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0
