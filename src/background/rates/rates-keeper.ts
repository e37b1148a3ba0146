import * as v from 'valibot'
import type { FeedReadings } from '../../core/chain/feeds'
import { bundledRates, tableOnly, type Rates, type ReferenceRates } from '../../core/money'
import type { NetworkId } from '../../core/networks/networks'
import type { Settings } from '../../messaging/views'
import { sessionValue } from '../session'
import { singleFlight } from '../single-flight'

const reading = v.object({ dollars: v.string(), at: v.number() })
const kept = v.nullable(
  v.object({
    network: v.string(),
    endpoint: v.nullable(v.string()),
    /** When the feeds are to be asked again, milliseconds since 1970. */
    askAgainAt: v.number(),
    feeds: v.record(v.string(), reading),
    peg: v.nullable(reading),
  }),
)
type Kept = NonNullable<v.InferOutput<typeof kept>>

/** Feeds are asked no more often than this; where none said anything, after the shorter time. */
const restMs = 10 * 60_000
const retryMs = 60_000
/** How long a first answer is waited for: a price in dollars at once is better than one in euros late. */
const patienceMs = 1_500

/**
 * Keeps what prices are converted with, one and the same for every surface. What a feed said is held until it says something
 * else: how old that is goes with it. Nothing here decides what is paid.
 */
export class RatesKeeper {
  readonly #kept = sessionValue<Kept | null>('rates', kept, null)
  readonly #asking = singleFlight<undefined>()
  readonly #read: (network: NetworkId) => Promise<FeedReadings>
  readonly #settings: () => Promise<Settings>
  readonly #changed: () => void
  readonly #reference: () => Promise<ReferenceRates>

  /** @param reference what prices are converted with where no feed says more */
  constructor(read: (network: NetworkId) => Promise<FeedReadings>, settings: () => Promise<Settings>, changed: () => void, reference: () => Promise<ReferenceRates> = async () => bundledRates) {
    this.#reference = reference
    this.#read = read
    this.#settings = settings
    this.#changed = changed
  }

  /** What is known; nobody is asked. */
  async known(): Promise<Rates> {
    const held = await this.#held(await this.#settings())
    const reference = await this.#reference()
    return held === null ? { ...tableOnly, reference } : { reference, feeds: held.feeds, peg: held.peg }
  }

  /** What is known, and the feeds are asked where that was not done lately. Waits for them only while nothing is known. */
  async fresh(): Promise<Rates> {
    const settings = await this.#settings()
    const held = await this.#held(settings)
    if (held !== null && isResting(held.askAgainAt)) return this.known()
    const asked = this.#asking(settings.network, () => this.#ask(settings))
    if (held === null) await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, patienceMs))])
    return this.known()
  }

  async #ask(settings: Settings): Promise<undefined> {
    const { feeds, peg } = await this.#read(settings.network)
    const { network } = settings
    const endpoint = endpointOf(settings)
    const before = await this.#held(settings)
    const said = peg !== null || Object.keys(feeds).length > 0
    const askAgainAt = Date.now() + (said ? restMs : retryMs)
    const next: Kept = { network, endpoint, askAgainAt, feeds: { ...before?.feeds, ...feeds }, peg: peg ?? before?.peg ?? null }
    await this.#kept.change(() => next)
    if (!isSame(before, next)) this.#changed()
  }

  /** What another network or another endpoint has said does not count here. */
  async #held(settings: Settings): Promise<Kept | null> {
    const held = await this.#kept.read()
    return held?.network === settings.network && held.endpoint === endpointOf(settings) ? held : null
  }
}

/** A clock that was set back does not keep feeds from being asked. */
function isResting(until: number): boolean {
  const left = until - Date.now()
  return left > 0 && left <= restMs
}

const endpointOf = ({ network, endpoints }: Settings): string | null => endpoints[network] ?? null

const isSame = (a: Kept | null, b: Kept): boolean => JSON.stringify([a?.feeds ?? {}, a?.peg ?? null]) === JSON.stringify([b.feeds, b.peg])
