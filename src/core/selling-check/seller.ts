import { parseAddress } from '../authorization/address'
import { termsInChallenge, termsInLink, termsInWellKnown } from '../dispute/sale-terms'
import type { Address } from '../hex'
import { fromDecimal } from '../money'
import { networks, type NetworkId } from '../networks/networks'
import { readHeader } from '../protocols/base64-json'
import type { Offer } from '../protocols/dialect'
import { dialects, readChallenge, type ChosenChallenge } from '../protocols/registry'
import { readOffers } from '../receipt'
import type { Aside, SellerFacts } from './facts'
import { advice, good, helps, holds, unknown, wrong, type Finding } from './finding'
import { isHtml, knownHeaders, statusText, type Question } from './heard'

/** What is known of a price that was asked for. */
export interface Priced {
  readonly address: string
  readonly challenge: ChosenChallenge
  readonly offer: Offer
}

export interface Judging {
  /** The account whose key has made a signature of 65 bytes; null where it is none. */
  readonly recover: (digest: Uint8Array, signature: Uint8Array) => Address | null | Promise<Address | null>
  /** Questions that were not put exactly: only a good answer to them tells anything. */
  readonly inexact: ReadonlySet<Question>
}

type Plain = NonNullable<SellerFacts['plain']>
type Beside = NonNullable<SellerFacts['beside']>

/** Prices may be asked on any network that is known: a checker helps those who try with test money. */
const spoken = (active: NetworkId) => dialects({ networks, testNetworks: true, active })

/** The most that a page for people weighs, in characters. */
const heavy = 250_000

/** Judges what a seller has answered to somebody who has not paid. */
export async function judgeSeller(facts: SellerFacts, judging: Judging): Promise<{ readonly findings: readonly Finding[]; readonly priced: Priced | null }> {
  const { plain, beside, forSale: { address } } = facts
  const secure = holds(new URL(address).protocol === 'https:' || isLocal(address), 'encrypted', address)
  const stop = (...findings: readonly Finding[]) => ({ findings: [secure, ...findings], priced: null })
  if (plain === null) return stop(wrong('asks', address, 'no answer'))
  if (plain.status !== 402 || beside === null) return stop(wrong('asks', address, statusText(plain.status)))
  const challenge = chosen(plain, address)
  if (challenge === null) return stop(good('asks', address), wrong('readable', address))
  const [offer] = challenge.offers
  if (offer === undefined) return stop(good('asks', address), good('readable', address), wrong('payable', address, challenge.refused.join(', ')))
  const findings = [
    secure,
    good('asks', address),
    good('readable', address),
    good('payable', address),
    ...ofPrice(facts, challenge, offer),
    holds(/\bno-store\b/i.test(plain.headers['cache-control'] ?? ''), 'stored', address, plain.headers['cache-control'] ?? null),
    ...ofBeside(facts, plain, beside, judging.inexact),
    ...(await ofPromises(facts, plain, challenge, offer, judging)),
  ]
  return { findings, priced: { address, challenge, offer } }
}

/** The challenge by the first network on which something can be paid; else any that can be read. */
function chosen({ status, headers, body }: Plain, url: string): ChosenChallenge | null {
  const heard = knownHeaders.flatMap((name): [string, string][] => (headers[name] === undefined ? [] : [[name, headers[name]]]))
  const answer = { url, status, headers: new Map(heard), ...(body !== null && { body }) }
  const read = networks.flatMap(({ id }) => {
    const challenge = readChallenge(answer, spoken(id))
    return challenge?.ok === true ? [challenge.value] : []
  })
  return read.find(({ offers }) => offers.length > 0) ?? read[0] ?? null
}

function ofPrice({ forSale: { address, price } }: SellerFacts, challenge: ChosenChallenge, { flow, maxTimeoutSeconds }: Offer): readonly Finding[] {
  return [
    ...(price === null ? [] : [holds(isSamePrice(price, challenge), 'price', address, price)]),
    holds(flow === 'authorization' || challenge.dialect === 'mpp', 'upfront', address),
    holds(isSameAddress(challenge.resource.url, address), 'resource', address, challenge.resource.url),
    helps(maxTimeoutSeconds >= 60 && maxTimeoutSeconds <= 300, 'time', address, `${maxTimeoutSeconds}`),
  ]
}

const isSamePrice = (price: string, { offers }: ChosenChallenge): boolean => offers.some(({ amount, token }) => fromDecimal(price, token.decimals) === amount)
const isSameAddress = (one: string, other: string): boolean => URL.canParse(one) && new URL(one).href === new URL(other).href
const isLocal = (url: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+\.localhost)$/i.test(new URL(url).hostname)

/** Other ways to ask: as people and as scripts of other sites do, and those none of which may get past the price. */
function ofBeside({ page, forSale: { address } }: SellerFacts, { status, headers }: Plain, beside: Beside, inexact: Judging['inexact']): readonly Finding[] {
  const told = (question: Exclude<Question, 'plain'>, judge: (answer: NonNullable<Aside>) => Finding): Finding => {
    const answer = beside[question]
    const finding = answer === null ? null : judge(answer)
    if (finding?.outcome === 'good' || (finding !== null && !inexact.has(question))) return finding
    return unknown(checkOf[question], address, finding === null ? 'no answer' : finding.seen)
  }
  // What is sold on the page's own site does not have to be for all.
  const isElsewhere = new URL(page).origin !== new URL(address).origin
  const judge = isElsewhere ? holds : helps
  const exposes = lists(headers['access-control-expose-headers'], 'payment-required') && headers['access-control-allow-origin'] !== undefined
  const allows = (answer: NonNullable<Aside>) => answer.status >= 200 && answer.status < 300 && lists(answer.headers['access-control-allow-headers'], 'payment-signature')
  return [
    told('person', (answer) => holds(answer.status === 402 && isPage(answer), 'people', address, `${statusText(answer.status)}, ${answer.headers['content-type'] ?? 'no type'}, ${answer.length} bytes`)),
    judge(exposes, 'cors', address),
    told('preflight', (answer) => judge(allows(answer), 'preflight', address)),
    told('head', (answer) => holds(answer.status === status, 'head', address, statusText(answer.status))),
    told('conditional', (answer) => holds(answer.status === 402, 'conditional', address, statusText(answer.status))),
    told('range', (answer) => holds(answer.status === 402, 'range', address, statusText(answer.status))),
  ]
}

const checkOf = { person: 'people', preflight: 'preflight', head: 'head', conditional: 'conditional', range: 'range' } as const
const isPage = ({ headers, isBlank, isWhole, length }: NonNullable<Aside>): boolean => isHtml(headers) && !isBlank && isWhole && length < heavy
const lists = (text: string | undefined, name: string): boolean => (text ?? '').toLowerCase().split(',').some((one) => one.trim() === name || one.trim() === '*')

async function ofPromises({ forSale: { address, kind }, beside }: SellerFacts, { headers }: Plain, challenge: ChosenChallenge, offer: Offer, judging: Judging): Promise<readonly Finding[]> {
  const said = readHeader(challenge.raw)
  const extensions = said.ok ? extensionsOf(said.value) : new Set<string>()
  const wellKnown = beside?.wellKnown ?? null
  const terms = termsInChallenge(challenge.raw, address) ?? termsInLink(headers.link ?? '', address) ?? (wellKnown === null ? null : termsInWellKnown(wellKnown, address))
  return [
    helps(headers['payment-required'] !== undefined && /\bPayment\s/i.test(headers['www-authenticate'] ?? ''), 'dialects', address),
    await signedPrice(said.ok ? said.value : null, offer, address, judging.recover),
    helps(terms !== null && terms.endpoint !== null, 'refunds', address),
    helps(extensions.has('payment-identifier'), 'payment-id', address),
    ...(kind === 'tip' ? [] : [helps(extensions.has('sign-in-with-x'), 'return', address)]),
  ]
}

function extensionsOf(challenge: unknown): Set<string> {
  const { extensions } = challenge as { readonly extensions?: unknown }
  return new Set(typeof extensions === 'object' && extensions !== null ? Object.keys(extensions) : [])
}

/** Whether one of the signed offers is by the account that is paid, about this price. */
async function signedPrice(challenge: unknown, { payTo, amount }: Offer, url: string, recover: Judging['recover']): Promise<Finding> {
  for (const read of readOffers(challenge)) {
    if (!read.ok || read.value.payload.amount !== amount.toString() || parseAddress(read.value.payload.payTo) !== payTo) continue
    const { proof } = read.value
    if (proof.format !== 'eip712') return good('signed-price', url)
    return (await recover(proof.digest, proof.signature)) === payTo ? good('signed-price', url) : wrong('signed-price', url, 'signed by somebody else')
  }
  return advice('signed-price', url)
}
