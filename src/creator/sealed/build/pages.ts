import type { Address } from '../../../core/hex'
import type { NetworkId } from '../../../core/networks/networks'
import { err, ok, type Result } from '../../../core/result'
import { longestPart, partKey, sealPart, type Ciphers } from '../../../core/sealed/format'
import { toDecimal } from '../../../core/money'
import { cutPage, type Part } from '../../pages/cut'
import { canonicalOf } from '../../pages/addresses'
import { parsePage } from '../../pages/markup'
import type { Terms } from '../seal'
import type { KeyService } from '../service-key'
import type { Ledger } from './ledger'

/** What holds for all parts of a site. */
export interface Selling {
  /** The site's address, with a slash at the end. */
  readonly site: URL
  readonly services: readonly [KeyService, ...KeyService[]]
  readonly payTo: Address
  readonly network: NetworkId
  /** Atomic units, for tags that name no price. */
  readonly price: bigint | null
  /** Seconds since 1970. */
  readonly until: number | null
}

export interface SealedPage {
  /** The page for everybody. */
  readonly html: string
  readonly parts: readonly SealedPart[]
  readonly advice: readonly string[]
}

export interface SealedPart {
  readonly title: string
  readonly price: bigint
  /** What is sold, for looking whether it is given away elsewhere. */
  readonly fragment: string
  /** The ciphertext, and its path in the site. */
  readonly path: string
  readonly file: Uint8Array
  /** It is sold at another address than in the build before, if there was one. */
  readonly isNewAddress: boolean
}

/** Of the token that is charged: USDC everywhere. */
const decimals = 6

interface Tools {
  readonly ciphers: Ciphers
  readonly secret: Uint8Array
  readonly ledger: Ledger
}

/** Seals what is for sale on one page. @param path of the page in the site */
export async function sealPage(html: string, path: string, selling: Selling, tools: Tools): Promise<Result<SealedPage, string>> {
  const page = addressOf(html, path, selling.site)
  const defaults = { page, ...(selling.price !== null && { price: selling.price }) }
  const first = cutPage(html, { ...defaults, addressOf: (number) => `#${number}` })
  if (!first.ok) return first
  const sealed: Sealed[] = []
  for (const part of first.value.parts) {
    const one = await sealOne(part, page, path, selling, tools)
    if (!one.ok) return one
    sealed.push(one.value)
  }
  const at = (number: number): Sealed | undefined => sealed[number - 1]
  const second = cutPage(html, { ...defaults, addressOf: (number) => at(number)?.src ?? '', attributesOf: (number) => at(number)?.attributes ?? {} })
  if (!second.ok) return second
  return ok({ html: second.value.forAll, parts: sealed.map(({ part }) => part), advice: second.value.advice })
}

interface Sealed {
  readonly part: SealedPart
  readonly src: string
  readonly attributes: Readonly<Record<string, string>>
}

async function sealOne({ number, title, price, keep, fragment }: Part, page: URL, path: string, selling: Selling, { ciphers, secret, ledger }: Tools): Promise<Result<Sealed, string>> {
  const name = `${page.href}#${number}`
  const binding = { title, url: page.href }
  const key = partKey(secret, name)
  if (Buffer.byteLength(fragment) > longestPart) return err(`“${title}” is too long: at most ${Math.floor(longestPart / 1024 / 1024)} MB of markup can be sealed.`)
  const file = await sealPart(ciphers, key, binding, fragment)
  const { payTo, network, until } = selling
  const terms: Terms = { key, ...binding, price, payTo, network, keep, until }
  const sold = []
  for (const service of selling.services) {
    const found = await ledger.addressOf(name, service, terms)
    if (found === null) return err(`Title and address of “${title}” are too long to be sealed together.`)
    sold.push(found)
  }
  const [src = '', ...also] = sold.map(({ address }) => address)
  const sealedPath = `${path.replace(/\.[^./]+$/, '')}.${number}.sealed`
  const attributes = {
    ...(also.length > 0 && { also: also.join(' ') }),
    sealed: sealedPath.slice(sealedPath.lastIndexOf('/') + 1),
    title,
    price: toDecimal(price, decimals),
    currency: 'USD',
  }
  return ok({ part: { title, price, fragment, path: sealedPath, file, isNewAddress: sold.some(({ isNew }) => isNew) }, src, attributes })
}

/** Where a page is read: what it says itself of that (`link rel=canonical`), if that is on the site; else by its place in the folder. */
function addressOf(html: string, path: string, site: URL): URL {
  const own = path.replace(/(^|\/)index\.x?html?$/i, '$1')
  const placed = new URL(own.split('/').map(encodeURIComponent).join('/'), site)
  const href = canonicalOf(parsePage(html)) ?? ''
  const said = URL.canParse(href, placed) ? new URL(href, placed) : placed
  said.hash = ''
  return said.origin === site.origin ? said : placed
}
