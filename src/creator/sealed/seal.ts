import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64urlnopad } from '@scure/base'
import * as v from 'valibot'
import { isAddress, type Address } from '../../core/hex'
import { parseAtomic } from '../../core/money'
import { findNetwork, type NetworkId } from '../../core/networks/networks'
import { decodeUtf8 } from '../../core/protocols/base64'
import { err, ok, type Result } from '../../core/result'
import { keyLength } from '../../core/sealed/format'
import { longestAddress, longestTitle, type PartKey } from '../../core/sealed/key-answer'
import { keyIdLength, keyIdOf, publicKeyLength, suite, type KeyService, type ServiceKey } from './service-key'

/** What an author has sealed to a key service: a key, and what it is sold for to whom. Nobody else can read it or change a byte of it. */
export interface Terms extends PartKey {
  /** Atomic units of the network's token, above 0. */
  readonly price: bigint
  readonly payTo: Address
  readonly network: NetworkId
  /** How long readers keep it, in the author's word ("forever"). */
  readonly keep: string | null
  /** Seconds since 1970, from which on it is not sold any more. Null: no end. */
  readonly until: number | null
}

/** Why a seal sells nothing. */
export type SealFault = 'malformed' | 'other-service' | 'broken' | 'ended'

/** The longest address of what is sold. */
export const longestSealAddress = 2000
/** The path under which a service sells. */
export const sealPath = '/k/'

const version = 1
const tagLength = 16
const head = 1 + keyIdLength + publicKeyLength
const info = utf8ToBytes('farthing seal v1')

const shape = v.strictObject({
  key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  title: v.pipe(v.string(), v.maxLength(longestTitle)),
  url: v.pipe(v.string(), v.maxLength(longestAddress)),
  price: v.pipe(v.string(), v.maxLength(20)),
  payTo: v.pipe(v.string(), v.check(isAddress)),
  network: v.string(),
  keep: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  until: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
})

/** The terms as one text: what is the same has the same text. */
export const spell = ({ key, title, url, price, payTo, network, keep, until }: Terms): string =>
  JSON.stringify({ key: base64urlnopad.encode(key), title, url, price: price.toString(), payTo, network, keep, until })

/**
 * Seals terms to a service. The same terms give another seal every time.
 * @returns the whole address that sells them; null where title and address are too long for one
 * @throws where the service's key is no point of the curve
 */
export async function sealTo({ address, publicKey }: KeyService, terms: Terms): Promise<string | null> {
  if (terms.title.length > longestTitle || terms.url.length > longestAddress) return null
  const start = Uint8Array.of(version, ...keyIdOf(publicKey))
  const sender = await suite.createSenderContext({ recipientPublicKey: await suite.kem.deserializePublicKey(publicKey), info })
  const sealed = new Uint8Array(await sender.seal(utf8ToBytes(spell(terms)), start))
  const whole = `${address}${sealPath}${base64urlnopad.encode(concatBytes(start, new Uint8Array(sender.enc), sealed))}`
  return whole.length > longestSealAddress ? null : whole
}

/** Opens what was sealed to this service. Never throws. @param now seconds since 1970 */
export async function openSeal(service: ServiceKey, seal: string, now: number): Promise<Result<Terms, SealFault>> {
  const bytes = decode(seal)
  if (bytes === null) return err('malformed')
  const start = bytes.slice(0, 1 + keyIdLength)
  if (service.id.some((byte, at) => start[1 + at] !== byte)) return err('other-service')
  try {
    const recipient = await suite.createRecipientContext({ recipientKey: service.pair, enc: bytes.slice(1 + keyIdLength, head), info })
    const terms = readTerms(decodeUtf8(new Uint8Array(await recipient.open(bytes.slice(head), start))))
    if (terms === null) return err('broken')
    return terms.until !== null && terms.until <= now ? err('ended') : ok(terms)
  } catch {
    return err('broken')
  }
}

function decode(seal: string): Uint8Array | null {
  if (seal.length > longestSealAddress) return null
  try {
    const bytes = base64urlnopad.decode(seal)
    return bytes[0] === version && bytes.length > head + tagLength ? bytes : null
  } catch {
    return null
  }
}

/** An author is no more to be believed than anybody: who seals nonsense sells nothing. */
function readTerms(text: string | null): Terms | null {
  if (text === null) return null
  const read = v.parse(shape, JSON.parse(text))
  const key = base64urlnopad.decode(read.key)
  const price = parseAtomic(read.price)
  const network = findNetwork(read.network)
  if (key.length !== keyLength || price === null || price <= 0n || network === undefined || !URL.canParse(read.url)) return null
  return { key, title: read.title, url: read.url, price, payTo: read.payTo as Address, network: network.id, keep: read.keep, until: read.until }
}
