import type { Hex } from '../../core/hex'
import { ask, asBrowser } from './ask'
import type { Finding } from './finding'
import { checkPaid } from './paid'
import { readPage, type ForSale } from './page'
import { checkSeller, type Priced } from './seller'

export interface CheckOptions {
  /** Pays with it, test money only. Absent: nothing is bought, and what only a buyer sees is not looked at. */
  readonly key?: Hex
  /** Called before each thing that is looked at. */
  readonly progress?: (address: string) => void
}

/** How many things that a page sells are looked at. */
const most = 10

/**
 * Looks at a page as wallets, search engines, readers and thieves do.
 * @throws in words where the page, or what it sells, does not answer at all
 */
export async function check(url: string, { key, progress = () => undefined }: CheckOptions = {}): Promise<readonly Finding[]> {
  progress(url)
  const heard = await ask(url, asBrowser)
  const { forSale, findings } = readPage(heard)
  const priced: Priced[] = []
  const all: Finding[] = [...findings]
  for (const one of forSale.slice(0, most)) {
    progress(one.address)
    const found = await checkSeller(one, url)
    if (isPriced(found)) priced.push(found)
    all.push(...(isPriced(found) ? found.findings : found))
  }
  const [first, ...others] = priced.filter(({ address }) => isArticle(forSale, address))
  if (key !== undefined && first !== undefined) all.push(...(await checkPaid(first, key, others, heard.status === 402 ? '' : heard.body)))
  return all
}

const isPriced = (found: Priced | readonly Finding[]): found is Priced => 'offer' in found
const isArticle = (forSale: readonly ForSale[], address: string): boolean => forSale.some((one) => one.address === address && one.kind !== 'tip')
