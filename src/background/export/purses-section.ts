import * as v from 'valibot'
import type { Address } from '../../core/hex'
import { en as words } from '../../core/words/en'
import { address } from '../../store/codec'
import { added, purseEndpoints, purseName, purseSites } from '../../store/keepsakes'
import { mostPurses } from '../../vault/account'
import type { SealedPurse } from '../../vault/added-purse'
import type { Authority } from '../../vault/authority'
import type { VaultRecord } from '../../vault/record'
import type { Books } from '../books'
import { isAcceptableEndpoint } from '../chain/endpoint'

/** What an export document says of several purses. No key: whoever has the twelve words makes those again. */
export const pursesSchema = v.strictObject({
  first: v.nullable(purseName),
  others: v.pipe(v.array(v.strictObject({ number: added, name: purseName, address })), v.maxLength(mostPurses - 1)),
  sites: purseSites,
  endpoints: v.pipe(purseEndpoints, v.everyItem(({ url }) => isAcceptableEndpoint(url))),
})
export type PursesSection = v.InferOutput<typeof pursesSchema>

/** Null where there is one purse, and nothing was said of it. */
export async function readPurses({ purses }: Books): Promise<PursesSection | null> {
  const { firstName, sites, endpoints } = await purses.kept()
  const [, ...others] = await purses.all()
  if (firstName === null && others.length === 0 && endpoints.length === 0) return null
  return { first: firstName, others: others.map(({ index, name, address: account }) => ({ number: index, name, address: account })), sites, endpoints }
}

/** The accounts of this wallet's words that are no purses yet, by their address: a file may tell of them. */
export type OtherAccounts = ReadonlyMap<Address, SealedPurse>

/** They are opened in the keyring, which tells by them whose a payment is; none is a purse before it is kept. Nobody is asked. */
export async function otherAccounts({ keyring, purses }: Books, record: VaultRecord | null, authority: Authority): Promise<OtherAccounts> {
  const sealed = record === null ? null : await authority.purses(record, Array.from({ length: mostPurses - 1 }, (_, at) => at + 1))
  const known = new Set((await purses.all()).map(({ index }) => index))
  const others = new Map<Address, SealedPurse>()
  for (const one of sealed?.ok === true ? sealed.value : []) {
    const account = known.has(one.index) ? null : keyring.openPurse(one)
    if (account !== null) others.set(account, one)
  }
  return others
}

/**
 * Makes purses of the accounts that have paid for something in a file. Where the reader wants its rules, also of those it tells of,
 * as far as they are this wallet's own; and names, sites and endpoints are as they are there.
 * @param paid accounts that are no purses yet
 */
export async function writePurses({ purses, keyring }: Books, others: OtherAccounts, paid: ReadonlySet<Address>, told: PursesSection | null): Promise<void> {
  const isTold = (account: Address, index: number): boolean => told?.others.some((one) => one.number === index && one.address === account) === true
  const wanted = [...others].filter(([account, { index }]) => paid.has(account) || isTold(account, index)).map(([, { index }]) => index)
  // They were made in order: every account before one that is a purse is one as well.
  const last = Math.max(0, ...wanted)
  const fresh = [...others.values()].filter(({ index }) => index <= last)
  await purses.keep(fresh, (index) => words.purse.found(String(index + 1)))
  if (told === null) return
  await purses.change((kept) => {
    const own = kept.added.flatMap((one) => told.others.filter(({ number, address: account }) => number === one.index && keyring.holds(account)))
    const isPurse = (index: number): boolean => index === 0 || kept.added.some((one) => one.index === index)
    return {
      ...kept,
      firstName: told.first,
      added: kept.added.map((one) => ({ ...one, name: own.find(({ number }) => number === one.index)?.name ?? one.name })),
      sites: told.sites.filter(({ purse }) => isPurse(purse)),
      endpoints: told.endpoints.filter(({ purse }) => isPurse(purse)),
    }
  })
}
