import * as v from 'valibot'
import { err, ok, type Result } from '../../result'
import { readHeader, readJson } from '../base64-json'
import { longestBody, type Answer, type Challenge, type Offer } from '../dialect'
import { readExactOffer } from '../exact'
import type { ChallengeFault, OfferFault } from '../faults'
import { maxOffers, sortOffers } from '../offers'
import type { PayingContext } from '../paying'
import { urlOnSite } from '../site'
import { shown } from '../text'
import { challengeHeader } from './detect'
import { toNetworkId } from './names'
import { paymentRequired, paymentRequirements, versionOne, type PaymentRequirements } from './wire'

/**
 * Reads the JSON body of a 402 (x402 v1, HTTP transport), or the header in which some servers repeat it. Null for every
 * other answer, whatever its body is. A challenge with no payable offer is still a challenge: `refused` says why.
 */
export function readChallenge(answer: Answer, context: PayingContext): Result<Challenge, ChallengeFault> | null {
  const found = answer.status === 402 ? find(answer) : null
  if (found === null) return null
  const parsed = v.safeParse(paymentRequired, found.json)
  if (!parsed.success) return err('wrong-shape')
  const { accepts, error } = parsed.output
  if (accepts.length > maxOffers) return err('too-many-offers')
  const entries = readEntries(accepts, answer.url, context)
  const { offers, refused } = sortOffers(entries.map(({ offer }) => offer))
  // Each entry describes what it sells: what is shown is said by the one that would be paid.
  const told = entries.find(({ offer }) => offer.ok && offer.value === offers[0]) ?? entries[0]
  if (told === undefined) return err('wrong-shape')
  if (told.about === null || entries.some(({ about }) => about === null)) return err('resource-elsewhere')
  return ok({ dialect: 'x402-v1', resource: told.about, offers, refused, ...shown('error', error, 200), rawResource: told.rawResource, raw: found.raw })
}

interface Found {
  readonly raw: string
  readonly json: unknown
}

/** The challenge as it arrived and what it says. The body comes first: there version 1 has it. */
function find({ body, headers }: Answer): Found | null {
  return asVersionOne(body, readBody) ?? asVersionOne(headers.get(challengeHeader), readHeader)
}

function readBody(text: string): Result<unknown, 'not-json'> {
  return text.length > longestBody ? err('not-json') : readJson(text)
}

function asVersionOne(raw: string | undefined, read: (text: string) => Result<unknown, ChallengeFault>): Found | null {
  if (raw === undefined) return null
  const json = read(raw)
  return json.ok && v.is(versionOne, json.value) ? { raw, json: json.value } : null
}

interface Entry {
  readonly offer: Result<Offer, OfferFault>
  /** What is sold. Null where that is on another site than the one that answered. */
  readonly about: Challenge['resource'] | null
  readonly rawResource: string
}

function readEntries(accepts: readonly unknown[], answered: string, context: PayingContext): readonly Entry[] {
  const wires = accepts.map((entry) => v.parse(paymentRequirements, entry))
  return wires.map((wire, at) => ({
    offer: readOffer(wire, wires.slice(0, at), accepts[at], context),
    about: readResource(wire, answered),
    rawResource: JSON.stringify(wire.resource),
  }))
}

/**
 * A payment says only its scheme and network, and servers look up the first entry that has both. One that comes after such
 * an entry cannot be paid: the payment would be held against the other one's price.
 */
function readOffer(wire: PaymentRequirements, before: readonly PaymentRequirements[], entry: unknown, context: PayingContext): Entry['offer'] {
  const offer = readExactOffer({ ...wire, network: toNetworkId(wire.network), amount: wire.maxAmountRequired }, entry, context)
  const taken = before.some(({ scheme, network }) => scheme === wire.scheme && network === wire.network)
  return offer.ok && taken ? err('ambiguous-offer') : offer
}

function readResource({ resource, description, mimeType }: PaymentRequirements, answered: string): Entry['about'] {
  const url = urlOnSite(resource, answered)
  return url === null ? null : { url, ...shown('description', description, 300), ...shown('mimeType', mimeType, 100) }
}
