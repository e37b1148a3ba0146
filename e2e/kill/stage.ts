import { IDBFactory as Disk } from 'fake-indexeddb'
import type { Script } from 'node:vm'
import type { Address } from 'viem'
import { openChain, type Chain } from '../../demo/world/chain'
import type { World } from '../../demo/world/index'
import type { Keyring } from '../../src/vault/keyring'
import { resumeSession } from '../../src/vault/vault'
import { vaultRepository } from '../../src/store/vault-repository'
import { password } from '../support/reader'
import { Area } from './browser/areas'
import { Browser } from './browser/index'
import { bundleWorker } from './bundle'
import { Clock } from './clock'
import { Cookies } from './cookies'
import { diskWith, lookInto, rowsOf, type Rows } from './profile'
import { KillReader } from './reader'

/** Blocks before the first run: a chain long enough that an endpoint that tells of block 1000 is caught going back. */
const firstBlocks = 1200
const blocksAtOnce = 100

/** A profile whose wallet is made and open, to be copied for every run. */
interface Template {
  readonly rows: Rows
  readonly local: Readonly<Record<string, unknown>>
  readonly session: Readonly<Record<string, unknown>>
}

/** Where runs happen: a world, the worker's program, and one wallet with money, made once. */
export class Stage {
  private constructor(
    readonly world: World,
    readonly chain: Chain,
    readonly clock: Clock,
    readonly address: Address,
    /** The wallet's own keys, to look into its books. */
    readonly keyring: Keyring,
    private readonly program: Script,
    private readonly template: Template,
  ) {}

  static async set(world: World): Promise<Stage> {
    const chain = openChain(world.chain.direct)
    const clock = new Clock(chain)
    for (let blocks = 0; blocks < firstBlocks; blocks += blocksAtOnce) await chain.mine(blocksAtOnce)
    const program = await bundleWorker()
    const profile = { disk: new Disk(), local: new Area(), cookies: new Cookies() }
    const browser = new Browser({ program, clock, profile, session: {}, declared: () => [] })
    const address = await makeWallet(browser, world)
    await world.fund(address, '100000')
    const keyring = await keyringOf(profile.disk, browser.session.get('wallet')['wallet'])
    const { wallet, since } = browser.session.all()
    const template = { rows: await rowsOf(profile.disk), local: profile.local.all(), session: { wallet, since } }
    browser.end()
    return new Stage(world, chain, clock, address, keyring, program, template)
  }

  /** A browser with a fresh copy of the profile, the wallet open, as after a reload of the extension. */
  async browser(): Promise<Browser> {
    const { rows, local, session } = this.template
    const profile = { disk: await diskWith(rows), local: new Area(local), cookies: new Cookies() }
    return new Browser({ program: this.program, clock: this.clock, profile, session, declared: fragmentOf })
  }

  /** Atomic units, from the chain itself. */
  balance(): Promise<bigint> {
    return this.world.balanceOf(this.address)
  }
}

/** The cut piece of this run declares a rest of its own: one query more is another resource, and the same piece to the seller. */
function fragmentOf(address: string) {
  const url = new URL(address)
  if (url.pathname !== '/fragment') return []
  url.pathname = '/fragment/rest'
  return [{ src: url.href, title: 'The rest', price: null, currency: null, words: null, keep: null }]
}

async function makeWallet(browser: Browser, world: World): Promise<Address> {
  const reader = new KillReader(browser)
  await reader.ask('wallet.create', { password })
  const endpoint = { network: 'eip155:31337' as const, url: world.chain.endpoint }
  const settings = { testNetworks: true, network: 'eip155:31337', endpoint, currency: 'USD' } as const
  const { id } = await reader.ask('stepUp.begin', { act: { type: 'settings.change', input: settings } })
  await reader.ask('stepUp.prove', { id, factor: { kind: 'password', password }, code: null })
  await reader.ask('settings.change', { ...settings, stepUp: id })
  return (await reader.ask('account.read', {})).address as Address
}

async function keyringOf(disk: IDBFactory, session: unknown): Promise<Keyring> {
  const db = lookInto(disk)
  const stored = await vaultRepository(db).read()
  db.close()
  const resumed = resumeSession(stored?.record, String(session))
  if (!resumed.ok) throw new Error(`the wallet does not open: ${resumed.error}`)
  return resumed.value
}
