import * as v from 'valibot'
import type { Address } from '../hex'
import { toDecimal, type FeedReading } from '../money'
import type { Feeds } from '../networks/feeds'
import type { Network } from '../networks/networks'
import { callData } from './encoding'
import { chainId } from './queries'
import { query, readBatch, type Query } from './rpc'

/** Selectors of Chainlink's AggregatorV3Interface; feeds.test.ts computes them from their signatures. */
export const latestRoundDataSelector = '0xfeaf968c'
export const decimalsSelector = '0x313ce567'

/** What the feeds of a network say; what cannot be believed is left out. */
export interface FeedReadings {
  readonly feeds: Readonly<Record<string, FeedReading>>
  readonly peg: FeedReading | null
}

export const noReadings: FeedReadings = { feeds: {}, peg: null }

/** Every feed Farthing reads has so many decimals; one that says otherwise is another feed. */
const decimals = 8

/** The last round of a feed, or what its decimals are: words of the ABI. */
function words(feed: Address, selector: typeof latestRoundDataSelector | typeof decimalsSelector, count: number): Query<readonly bigint[]> {
  const read = v.pipe(
    v.string(),
    v.length(2 + 64 * count),
    v.regex(/^0x[0-9a-fA-F]+$/),
    v.transform((text) => Array.from({ length: count }, (_, at) => BigInt(`0x${text.slice(2 + 64 * at, 66 + 64 * at)}`))),
  )
  return query('eth_call', [{ to: feed, data: callData(selector) }, 'latest'], read)
}

const addressesOf = ({ token, currencies, uptime }: Feeds): readonly Address[] => [token, ...Object.values(currencies), ...(uptime === null ? [] : [uptime])]

/** The questions about all feeds of a network, to be posted as one batch: which chain it is, then every last round, then all decimals. */
export function feedQueries(feeds: Feeds): readonly Query<unknown>[] {
  const all = addressesOf(feeds)
  return [chainId(), ...all.map((feed) => words(feed, latestRoundDataSelector, 5)), ...all.map((feed) => words(feed, decimalsSelector, 1))]
}

/**
 * Reads the reply to `feedQueries`. Nothing is believed of a wrong chain, or of one that is down or has come up within the
 * hour; nor a feed with other decimals, without a value, without a time or with one that is still to come.
 * @param now milliseconds since 1970
 */
export function readFeeds(json: unknown, { chainId: expected }: Pick<Network, 'chainId'>, feeds: Feeds, now: number): FeedReadings {
  const answers = readBatch(json, feedQueries(feeds))
  if (!answers.ok) return noReadings
  const [chain, ...rest] = answers.value.map((answer) => (answer.ok ? answer.value : null))
  if (chain !== BigInt(expected)) return noReadings
  const count = addressesOf(feeds).length
  const rounds = rest.slice(0, count).map((round) => readRound(round))
  const hasDecimals = rest.slice(count).map((value) => Array.isArray(value) && value[0] === BigInt(decimals))
  const reading = (at: number): FeedReading | null => (hasDecimals[at] === true ? priceIn(rounds[at] ?? null, now) : null)
  if (feeds.uptime !== null && !wasUp(rounds[count - 1] ?? null, now)) return noReadings
  const found = Object.keys(feeds.currencies).map((currency, at) => [currency, reading(at + 1)] as const)
  return { peg: reading(0), feeds: Object.fromEntries(found.flatMap(([currency, read]) => (read === null ? [] : [[currency, read]]))) }
}

/** `latestRoundData() returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)`; times in seconds. */
interface Round {
  readonly answer: bigint
  readonly startedAt: bigint
  readonly updatedAt: bigint
}

function readRound(words: unknown): Round | null {
  if (!Array.isArray(words)) return null
  const [, answer, startedAt, updatedAt] = words as readonly bigint[]
  if (answer === undefined || startedAt === undefined || updatedAt === undefined) return null
  return { answer: BigInt.asIntN(256, answer), startedAt, updatedAt }
}

/** No price of anything that is read here comes near this. */
const largestAnswer = 10n ** 16n
/** Clocks differ. */
const toleranceMs = 5 * 60_000

function priceIn(round: Round | null, now: number): FeedReading | null {
  if (round === null || round.answer <= 0n || round.answer > largestAnswer) return null
  const { updatedAt } = round
  if (updatedAt === 0n || updatedAt > BigInt(Math.floor((now + toleranceMs) / 1000))) return null
  return { dollars: toDecimal(round.answer, decimals), at: Number(updatedAt) * 1000 }
}

/** An uptime feed says 0 while the chain is up, and since when. Feeds need an hour to come to themselves. */
const upSince = 3_600_000

function wasUp(round: Round | null, now: number): boolean {
  return round?.answer === 0n && round.startedAt !== 0n && BigInt(Math.floor((now - upSince) / 1000)) >= round.startedAt
}
