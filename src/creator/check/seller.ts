import { recoverAddress, toHex as hexOf } from 'viem'
import { parseAddress } from '../../core/authorization/address'
import { termsInChallenge, termsInLink, termsInWellKnown, wellKnownPath } from '../../core/dispute/sale-terms'
import { fromDecimal } from '../../core/money'
import { networks, type NetworkId } from '../../core/networks/networks'
import { readHeader } from '../../core/protocols/base64-json'
import type { Offer } from '../../core/protocols/dialect'
import { dialects, readChallenge, type ChosenChallenge } from '../../core/protocols/registry'
import { readOffers } from '../../core/receipt'
import { advice, good, helps, holds, wrong, type Finding } from './finding'
import { ask, asAnswer, asBrowser, isHtml, type Heard } from './ask'
import type { ForSale } from './page'

/** What is known of a price that was asked for. */
export interface Priced {
  readonly address: string
  readonly heard: Heard
  readonly challenge: ChosenChallenge
  readonly offer: Offer
  readonly findings: readonly Finding[]
}

/** Prices may be asked on any network that is known: a checker helps those who try with test money. */
const spoken = (active: NetworkId) => dialects({ networks, testNetworks: true, active })

/** The most that a page for people weighs, in bytes. */
const heavy = 250_000

/** Looks at what is sold at an address, as somebody who has not paid. */
export async function checkSeller({ address, price, kind }: ForSale, page: string): Promise<Priced | readonly Finding[]> {
  const heard = await ask(address, { Accept: '*/*' })
  const secure = holds(new URL(address).protocol === 'https:' || isLocal(address), 'encrypted', address)
  if (heard.status !== 402) return [secure, wrong('asks', address, `${heard.status}`)]
  const challenge = chosen(heard)
  if (challenge === null) return [secure, good('asks', address), wrong('readable', address)]
  const [offer] = challenge.offers
  if (offer === undefined) return [secure, good('asks', address), good('readable', address), wrong('payable', address, challenge.refused.join(', '))]
  const findings = [
    secure,
    good('asks', address),
    good('readable', address),
    good('payable', address),
    ...(price === null ? [] : [holds(isSamePrice(price, challenge), 'price', address, price)]),
    holds(offer.flow === 'authorization' || challenge.dialect === 'mpp', 'upfront', address),
    holds(isSameAddress(challenge.resource.url, address), 'resource', address, challenge.resource.url),
    helps(offer.maxTimeoutSeconds >= 60 && offer.maxTimeoutSeconds <= 300, 'time', address, `${offer.maxTimeoutSeconds}`),
    holds(/\bno-store\b/i.test(heard.headers.get('cache-control') ?? ''), 'stored', address, heard.headers.get('cache-control')),
    await forPeople(address),
    ...(await crossOrigin(heard, page)),
    ...(await besideGet(heard)),
    ...(await promises(heard, challenge, offer, kind)),
  ]
  return { address, heard, challenge, offer, findings }
}

/** The challenge by the first network on which something can be paid; else any that can be read. */
function chosen(heard: Heard): ChosenChallenge | null {
  const read = networks.flatMap(({ id }) => {
    const challenge = readChallenge(asAnswer(heard), spoken(id))
    return challenge?.ok === true ? [challenge.value] : []
  })
  return read.find(({ offers }) => offers.length > 0) ?? read[0] ?? null
}

const isSamePrice = (price: string, { offers }: ChosenChallenge): boolean => offers.some(({ amount, token }) => fromDecimal(price, token.decimals) === amount)

const isSameAddress = (one: string, other: string): boolean => URL.canParse(one) && new URL(one).href === new URL(other).href
const isLocal = (url: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+\.localhost)$/i.test(new URL(url).hostname)

async function forPeople(address: string): Promise<Finding> {
  const heard = await ask(address, asBrowser)
  const isPage = isHtml(heard) && heard.body.trim() !== '' && heard.isWhole && heard.body.length < heavy
  return holds(isPage && heard.status === 402, 'people', address, `${heard.status}, ${heard.headers.get('content-type') ?? 'no type'}, ${heard.body.length} bytes`)
}

/** Whether a script on another site could ask and pay. What is sold on the page's own site does not have to be for all. */
async function crossOrigin({ url, headers }: Heard, page: string): Promise<readonly Finding[]> {
  const isElsewhere = new URL(page).origin !== new URL(url).origin
  const judge = isElsewhere ? holds : helps
  const listed = (text: string | null, name: string): boolean => (text ?? '').toLowerCase().split(',').some((one) => one.trim() === name || one.trim() === '*')
  const exposes = listed(headers.get('access-control-expose-headers'), 'payment-required') && headers.has('access-control-allow-origin')
  const asked = await ask(url, { Origin: 'https://reader.example', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'payment-signature' }, 'OPTIONS')
  const allows = asked.status >= 200 && asked.status < 300 && listed(asked.headers.get('access-control-allow-headers'), 'payment-signature')
  return [judge(exposes, 'cors', url), judge(allows, 'preflight', url)]
}

/** Other ways to ask, none of which may get past the price. */
async function besideGet({ url, status }: Heard): Promise<readonly Finding[]> {
  const head = await ask(url, { Accept: '*/*' }, 'HEAD')
  const conditional = await ask(url, { 'If-None-Match': '*', 'If-Modified-Since': new Date(0).toUTCString() })
  const range = await ask(url, { Range: 'bytes=0-99' })
  return [
    holds(head.status === status, 'head', url, `${head.status}`),
    holds(conditional.status === 402, 'conditional', url, `${conditional.status}`),
    holds(range.status === 402, 'range', url, `${range.status}`),
  ]
}

async function promises({ url, headers }: Heard, challenge: ChosenChallenge, offer: Offer, kind: ForSale['kind']): Promise<readonly Finding[]> {
  const said = readHeader(challenge.raw)
  const extensions = said.ok ? extensionsOf(said.value) : new Set<string>()
  const terms = termsInChallenge(challenge.raw, url) ?? termsInLink(headers.get('link') ?? '', url) ?? (await wellKnown(url))
  return [
    helps(headers.has('payment-required') && /\bPayment\s/i.test(headers.get('www-authenticate') ?? ''), 'dialects', url),
    await signedPrice(said.ok ? said.value : null, offer, url),
    helps(terms !== null && terms.endpoint !== null, 'refunds', url),
    helps(extensions.has('payment-identifier'), 'payment-id', url),
    ...(kind === 'tip' ? [] : [helps(extensions.has('sign-in-with-x'), 'return', url)]),
  ]
}

async function wellKnown(url: string) {
  const { status, body } = await ask(new URL(wellKnownPath, url).href)
  return status === 200 ? termsInWellKnown(body, url) : null
}

function extensionsOf(challenge: unknown): Set<string> {
  const { extensions } = challenge as { readonly extensions?: unknown }
  return new Set(typeof extensions === 'object' && extensions !== null ? Object.keys(extensions) : [])
}

/** Whether one of the signed offers is by the account that is paid, about this price. */
async function signedPrice(challenge: unknown, { payTo, amount }: Offer, url: string): Promise<Finding> {
  for (const read of readOffers(challenge)) {
    if (!read.ok || read.value.payload.amount !== amount.toString() || parseAddress(read.value.payload.payTo) !== payTo) continue
    const { proof } = read.value
    if (proof.format !== 'eip712') return good('signed-price', url)
    const signer = await recoverAddress({ hash: proof.digest, signature: hexOf(proof.signature) }).catch(() => null)
    return signer !== null && parseAddress(signer) === payTo ? good('signed-price', url) : wrong('signed-price', url, 'signed by somebody else')
  }
  return advice('signed-price', url)
}
