import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TransferAuthorization } from '../../core/authorization/transfer'
import type { Address, Bytes32 } from '../../core/hex'
import { afterExpiry, authorization, sent, settled, signature, start, terms as someTerms, transaction } from '../../core/purchase/machine.fixtures'
import { nextCounter } from '../../core/purchase/identity'
import { isLive } from '../../core/purchase/machine'
import type { Purchase, PurchaseTerms } from '../../core/purchase/purchase'
import { modelRuns } from '../../core/purchase/runs.model.fixtures'
import { ok } from '../../core/result'
import { newDatabase } from '../../store/database.fixtures'
import { keepsakes } from '../../store/keepsakes'
import { purchaseRepository } from '../../store/purchases'
import { sealAddedPurse } from '../../vault/added-purse'
import { addressOf } from '../../vault/account'
import { Keyring } from '../../vault/keyring'
import { paidElsewhere, payerOf } from '../approval/payer'
import { onePurse, Purses } from './purses'

/**
 * A reader who wants each of a few pieces once, with three purses, sites that are given from one to the other, payments that are
 * taken or lost or hidden by the chain endpoint, and a wallet that forgets. Whatever happens, the token moves money for a piece once.
 */
const { numRuns, timeout } = modelRuns(60)

const sites = ['news.example', 'blog.example'] as const
const pieces = sites.flatMap((site) => [`https://${site}/a`, `https://${site}/b`])
const viewKey = (): Uint8Array => new Uint8Array(32).fill(5)
const purseKey = (index: number): Uint8Array => new Uint8Array(32).fill(index + 1)
const added = [1, 2].map((index) => ({ index, name: `Purse ${String(index)}`, key: sealAddedPurse(viewKey(), index, purseKey(index)) }))

/** The token: it takes each number once from each account, and does not know what is paid for. */
class Token {
  readonly #used = new Set<string>()
  readonly paid: string[] = []
  isUsed = (account: Address, nonce: Bytes32): boolean => this.#used.has(`${account} ${nonce}`)
  take({ from, nonce }: TransferAuthorization, piece: string): void {
    if (this.isUsed(from, nonce)) return
    this.#used.add(`${from} ${nonce}`)
    this.paid.push(piece)
  }
}

class Wallet {
  readonly #db = newDatabase()
  readonly keyring = new Keyring(viewKey(), purseKey(0), addressOf(purseKey(0)))
  readonly #kept = keepsakes(this.#db, this.keyring.sealer).purses
  readonly purses = new Purses(this.keyring, this.#kept)
  readonly purchases = purchaseRepository(this.#db, this.keyring.sealer)
  count = 0

  assign = (site: string, purse: number) => this.purses.change((kept) => ({ ...kept, sites: [...kept.sites.filter((one) => one.site !== site), ...(purse === 0 ? [] : [{ site, purse }])] }))

  /** Brought back from an older copy: what was written since is gone, and so may be what it knew of its purses. */
  async forget(purchases: number, assignments: boolean): Promise<void> {
    const rows = await this.#db.purchases.orderBy('order').reverse().limit(purchases).primaryKeys()
    await this.#db.purchases.bulkDelete(rows)
    await this.purses.change((kept) => ({ ...kept, memory: 'searched', sites: assignments ? [] : kept.sites }))
  }
}

interface World {
  readonly token: Token
  readonly wallet: Wallet
}

/** What becomes of a payment: taken and told; taken, and nobody tells yet; never taken; taken, and the endpoint says it was not. */
type Fate = 'taken' | 'unheard' | 'lost' | 'hidden'

async function buy({ token, wallet }: World, piece: string, fate: Fate): Promise<void> {
  const { purchases, purses, keyring } = wallet
  const history = await purchases.findByResource(piece)
  // The reader wants it once.
  if (history.some(({ settlement }) => settlement !== null)) return
  const counter = nextCounter(history)
  const payer = await payerOf({ page: piece }, history, counter, wallet)
  if (payer === null || history.some((purchase) => isLive(purchase) && purchase.state !== 'signed')) return
  const from = payer.purse.address
  const { network, asset } = someTerms
  const nonce = keyring.purchaseNonce({ network, asset, resource: piece, counter }, from)
  const draft: TransferAuthorization = { ...authorization, from, nonce }
  const read = async (_network: string, account: Address, number: Bytes32) => ok({ block: { number: 1n, timeMs: start }, balance: 10n ** 9n, used: token.isUsed(account, number) })
  const elsewhere = token.isUsed(from, nonce) ? draft : await paidElsewhere(draft, { resource: piece, counter }, { purses, keyring }, { read })
  const found = 'ok' in elsewhere ? (elsewhere.ok ? elsewhere.value : null) : elsewhere
  const id = `p${String((wallet.count += 1))}`
  const terms: PurchaseTerms = { ...someTerms, resource: piece, page: piece, payer: from, nonce, counter, day: null }
  if (found !== null) {
    await purchases.recognise({ id, terms: { ...terms, payer: found.from, nonce: found.nonce }, resourceTag: piece, transaction, at: start })
    return
  }
  await pay({ token, wallet }, { id, terms, draft }, fate)
}

async function pay({ token, wallet: { purchases } }: World, { id, terms, draft }: { readonly id: string; readonly terms: PurchaseTerms; readonly draft: TransferAuthorization }, fate: Fate): Promise<void> {
  const reserved = await purchases.reserve({ id, terms, resourceTag: terms.resource, balance: 10n ** 9n, at: start })
  if (!reserved.ok) return
  await purchases.append(id, { type: 'signed', at: start + 2, authorization: draft, signature, note: null })
  await purchases.append(id, sent)
  if (fate !== 'lost') token.take(draft, terms.resource)
  if (fate === 'taken') await purchases.append(id, settled)
  if (fate === 'lost' || fate === 'hidden') await purchases.append(id, { type: 'expired', at: afterExpiry })
}

/** The chain is asked again about what is open, and tells the truth. */
async function look({ token, wallet: { purchases } }: World): Promise<void> {
  for (const { id, terms } of await purchases.live()) {
    await purchases.append(id, token.isUsed(terms.payer, terms.nonce) ? settled : { type: 'expired', at: afterExpiry })
  }
}

const anyMove = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('buy' as const), piece: fc.constantFrom(...pieces), fate: fc.constantFrom<Fate>('taken', 'unheard', 'lost', 'hidden') }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('assign' as const), site: fc.constantFrom(...sites), purse: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('look' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('forget' as const), purchases: fc.nat(6), assignments: fc.boolean() }) },
)

it('never pays twice across purses, whatever is reassigned, hidden, lost or brought back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { maxLength: 14 }), async (moves) => {
      const world: World = { token: new Token(), wallet: new Wallet() }
      await world.wallet.purses.change(() => ({ ...onePurse, memory: 'whole', added }))
      expect(await world.wallet.purses.all()).toHaveLength(3)
      for (const move of moves) {
        if (move.type === 'buy') await buy(world, move.piece, move.fate)
        else if (move.type === 'assign') await world.wallet.assign(move.site, move.purse)
        else if (move.type === 'look') await look(world)
        else await world.wallet.forget(move.purchases, move.assignments)
        expect(world.token.paid.length, 'each piece is paid once').toBe(new Set(world.token.paid).size)
      }
    }),
    { numRuns },
  )
}, timeout)

it('would be noticed if it did: a wallet that trusts its memory though it forgot pays again', async () => {
  const world: World = { token: new Token(), wallet: new Wallet() }
  const [piece = ''] = pieces
  await world.wallet.purses.change(() => ({ ...onePurse, memory: 'whole', added }))
  await world.wallet.assign('news.example', 1)
  await buy(world, piece, 'taken')
  await world.wallet.forget(9, true)
  await world.wallet.purses.change((kept) => ({ ...kept, memory: 'whole' }))
  await buy(world, piece, 'taken')
  expect(world.token.paid).toEqual([piece, piece])
})

/** What the reader sees of it: the piece that the other purse has paid for is known again, as that purse's. */
it('knows again what another purse has paid for', async () => {
  const world: World = { token: new Token(), wallet: new Wallet() }
  const [piece = ''] = pieces
  await world.wallet.purses.change(() => ({ ...onePurse, memory: 'whole', added }))
  await world.wallet.assign('news.example', 2)
  await buy(world, piece, 'taken')
  const [paid] = await world.wallet.purchases.findByResource(piece)
  await world.wallet.forget(9, true)
  await buy(world, piece, 'taken')
  const known: readonly Purchase[] = await world.wallet.purchases.findByResource(piece)
  expect(known.map(({ terms }) => terms.payer)).toEqual([paid?.terms.payer])
  expect(world.token.paid).toEqual([piece])
})
