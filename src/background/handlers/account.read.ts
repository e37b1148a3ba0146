import { toChecksumAddress } from '../../core/authorization/address'
import { err, ok } from '../../core/result'
import { available, reservedTotal } from '../../core/spending/reserved'
import { en as words } from '../../core/words/en'
import type { BalanceView } from '../../messaging/views'
import { activeAsset, type App } from '../app'
import type { Books } from '../books'
import { inWords } from '../display'
import type { AppHandler } from './handler'

export const accountRead: AppHandler<'account.read'> = async (_input, app) => {
  const books = await app.books()
  if (books === null) return err({ code: 'locked', sentence: words.locked })
  const asset = activeAsset(await app.settings.read())
  const { network, label, test, symbol } = asset
  const address = toChecksumAddress(books.keyring.address)
  return ok({ address, network: { id: network, label, test, symbol }, balance: await balanceView(app, books, asset) })
}

async function balanceView(app: App, books: Books, asset: ReturnType<typeof activeAsset>): Promise<BalanceView> {
  const { address } = books.keyring
  const holding = { network: asset.network, asset: asset.asset, payer: address }
  const nonce = books.keyring.purchaseNonce({ network: asset.network, asset: asset.asset, resource: '', counter: 0 })
  const read = await app.chain.read(asset.network, address, nonce)
  if (!read.ok) return { state: 'unknown', sentence: words.balanceUnknown }
  const settings = await app.priced()
  await app.watch.sawBalance(holding, read.value.balance, (atomic) => inWords(atomic, asset.decimals, settings))
  const live = await books.purchases.live()
  const money = (atomic: bigint) => ({ atomic: atomic.toString(), decimals: asset.decimals, symbol: asset.symbol })
  return {
    state: 'known',
    total: money(read.value.balance),
    available: money(available(read.value.balance, holding, live)),
    reserved: money(reservedTotal(holding, live)),
  }
}
