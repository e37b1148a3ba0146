import { toHex, recoverAddress } from 'viem'
import { parseAddress } from '../../core/authorization/address'
import type { Hex } from '../../core/hex'
import type { ForSale } from '../../core/selling-check/facts'
import type { Finding } from '../../core/selling-check/finding'
import { gatherSeller, mostLookedAt } from '../../core/selling-check/gather'
import { readPage } from '../../core/selling-check/page'
import { judgeSeller, type Judging } from '../../core/selling-check/seller'
import { put } from './ask'
import { pageFacts } from './page-facts'
import { checkPaid, type ToBuy } from './paid'

export interface CheckOptions {
  /** Pays with it, test money only. Absent: nothing is bought, and what only a buyer sees is not looked at. */
  readonly key?: Hex
  /** Called before each thing that is looked at. */
  readonly progress?: (address: string) => void
}

const judging: Judging = {
  recover: async (digest, signature) => {
    const account = await recoverAddress({ hash: toHex(digest), signature: toHex(signature) }).catch(() => null)
    return account === null ? null : parseAddress(account)
  },
  inexact: new Set(),
}

/**
 * Looks at a page as wallets, search engines, readers and thieves do.
 * @throws in words where the page does not answer at all
 */
export async function check(url: string, { key, progress = () => undefined }: CheckOptions = {}): Promise<readonly Finding[]> {
  progress(url)
  const heard = await put(url, 'person')
  const { forSale, findings } = readPage(heard, pageFacts)
  const priced: ToBuy[] = []
  const all: Finding[] = [...findings]
  for (const one of forSale.slice(0, mostLookedAt)) {
    progress(one.address)
    const facts = await gatherSeller(one, url, put)
    const judged = await judgeSeller(facts, judging)
    if (judged.priced !== null && facts.plain !== null) priced.push({ ...judged.priced, asked: facts.plain })
    all.push(...judged.findings)
  }
  const [first, ...others] = priced.filter(({ address }) => isArticle(forSale, address))
  if (key !== undefined && first !== undefined) all.push(...(await checkPaid(first, key, others, heard.status === 402 ? '' : heard.body)))
  return all
}

const isArticle = (forSale: readonly ForSale[], address: string): boolean => forSale.some((one) => one.address === address && one.kind !== 'tip')
