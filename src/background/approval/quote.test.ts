import { beforeEach, expect, it, vi } from 'vitest'
import type * as Argon2 from '../../vault/argon2'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))
vi.mock('../../platform/locale', () => ({ locale: () => 'en' }))
vi.mock('../../vault/argon2', async (original) => ({ ...(await original<typeof Argon2>()), defaultCost: { memoryKiB: 19 * 1024, iterations: 1 } }))

import { tableOnly } from '../../core/money'
import { networks } from '../../core/networks/networks'
import type { ChosenChallenge } from '../../core/protocols/registry'
import { attemptsRepository } from '../../store/attempts'
import { newDatabase } from '../../store/database.fixtures'
import { settingsRepository } from '../../store/settings'
import { vaultRepository } from '../../store/vault-repository'
import { booksOf, type Books } from '../books'
import { memory } from '../browser.fixtures'
import { Door } from '../wallet/door'
import { VaultCopy } from '../wallet/vault-copy'
import { Vaults } from '../wallet/vaults'
import { WalletSession } from '../wallet/wallet-session'
import type { Approval } from './approval-state'
import { foresee } from './quote'

const network = networks.find(({ id }) => id === 'eip155:8453')
if (network === undefined) throw new Error('it is known')
const token = { ...network.token, network: network.id }
const resource = 'https://news.example/wren'
const offer = { scheme: 'exact', token, amount: 50_000n, payTo: `0x${'20'.repeat(20)}`, maxTimeoutSeconds: 60, flow: 'authorization', nonce: null, expires: null, raw: '{}' } as const
const said: ChosenChallenge = { dialect: 'x402-v2', resource: { url: resource }, offers: [offer], refused: [], rawResource: '{}', raw: '{}', disagreement: null }
const asked: Approval = { id: 'a', tabId: 7, shownIn: null, page: resource, kind: 'document', resource, sealed: null, title: 'The wren', keep: null, seenAmount: null, askedAt: 0, stage: { type: 'new', wanted: null } }

const db = newDatabase()
let books: Books
beforeEach(async () => {
  memory.clear()
  const wallet = new WalletSession(new Vaults(vaultRepository(db), new VaultCopy()), new Door(attemptsRepository(db)), () => undefined)
  if (!(await wallet.exists())) await wallet.create('wren on a copper coin 1821')
  const opened = await booksOf(db, wallet)()
  if (opened === null) throw new Error('it is open')
  books = opened
})

it('is foreseen in one look at the disk, which writes nothing', async () => {
  const settings = { ...(await settingsRepository(db).read()), rates: tableOnly }
  const look = () => books.look(() => foresee(asked, said, { books, settings, asksReader: false }))
  // Records that are not there yet are made with the first look.
  await look()
  const opened = vi.spyOn(db, '_createTransaction' as never) as unknown as { readonly mock: { readonly calls: readonly (readonly [string])[] } }
  expect(await look()).toMatchObject({ ok: true, value: { type: 'quoted' } })
  expect(opened.mock.calls.map(([mode]) => mode)).toEqual(['readonly'])
})
