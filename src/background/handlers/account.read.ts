import { toChecksumAddress } from '../../core/authorization/address'
import { siteOf } from '../../core/protocols/site'
import { ok } from '../../core/result'
import { available, reservedTotal } from '../../core/spending/reserved'
import { en as words } from '../../core/words/en'
import type { AccountView, BalanceView, MoneyView } from '../../messaging/views'
import { activeAsset, type App } from '../app'
import type { Books } from '../books'
import { inWords } from '../display'
import { locked } from '../locked'
import { activeTab } from '../page/active-tab'
import type { Purse } from '../purses/purses'
import type { AppHandler } from './handler'

type Asset = ReturnType<typeof activeAsset>

export const accountRead: AppHandler<'account.read'> = async ({ here }, app) => {
  const books = await app.books()
  if (books === null) return locked()
  const asset = activeAsset(await app.settings.read())
  const { network, label, test, symbol } = asset
  const purse = await books.purses.of(here === true ? await siteHere() : '')
  const balance = await balanceView(app, books, asset, purse)
  return ok({ address: toChecksumAddress(purse.address), network: { id: network, label, test, symbol }, balance, purses: await together(books, asset, purse) })
}

/** The site the reader is looking at; no site's name where that is not known. */
async function siteHere(): Promise<string> {
  const url = (await activeTab())?.url ?? ''
  return URL.canParse(url) ? (siteOf(new URL(url)) ?? '') : ''
}

async function balanceView(app: App, books: Books, asset: Asset, { address }: Purse): Promise<BalanceView> {
  const holding = { network: asset.network, asset: asset.asset, payer: address }
  const nonce = books.keyring.purchaseNonce({ network: asset.network, asset: asset.asset, resource: '', counter: 0 }, address)
  const read = await app.chain.read(asset.network, address, nonce)
  if (!read.ok) return { state: 'unknown', sentence: words.balanceUnknown }
  const settings = await app.priced()
  await app.watch.sawBalance(holding, read.value.balance, (atomic) => inWords(atomic, asset.decimals, settings))
  const live = await books.purchases.live()
  const money = moneyOf(asset)
  return {
    state: 'known',
    total: money(read.value.balance),
    available: money(available(read.value.balance, holding, live)),
    reserved: money(reservedTotal(holding, live)),
  }
}

/** From what is known here: whoever opened a page about one purse has not asked about the others. */
async function together(books: Books, asset: Asset, { name }: Purse): Promise<AccountView['purses']> {
  const purses = await books.purses.all()
  if (purses.length === 1) return null
  const seen = await Promise.all(purses.map(({ address }) => books.purchases.lastSeen({ network: asset.network, asset: asset.asset, payer: address })))
  const total = seen.reduce((sum, one) => sum + (one?.total ?? 0n), 0n)
  return { name, total: moneyOf(asset)(total), unseen: seen.filter((one) => one === null).length }
}

const moneyOf = ({ decimals, symbol }: Asset) => (atomic: bigint): MoneyView => ({ atomic: atomic.toString(), decimals, symbol })
