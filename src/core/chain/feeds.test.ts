import fc from 'fast-check'
import { toFunctionSelector } from 'viem'
import { describe, expect, it } from 'vitest'
import { feedsOn, type Feeds } from '../networks/feeds'
import { networks } from '../networks/networks'
import { decimalsSelector, feedQueries, latestRoundDataSelector, noReadings, readFeeds } from './feeds'
import { encodeBatch } from './rpc'

const now = Date.parse('2026-11-26T12:00:00Z')
const seconds = BigInt(now / 1000)
const feeds: Feeds = {
  token: '0x0000000000000000000000000000000000000001',
  currencies: { EUR: '0x0000000000000000000000000000000000000002', GBP: '0x0000000000000000000000000000000000000003' },
  uptime: '0x0000000000000000000000000000000000000004',
}
const network = { chainId: 8453 }

type Words = readonly bigint[]
const round = (answer: bigint, updatedAt = seconds - 60n, startedAt = updatedAt): Words => [1n, BigInt.asUintN(256, answer), startedAt, updatedAt, 1n]
const good: readonly (bigint | Words)[] = [8453n, round(99_980_000n), round(108_430_000n), round(126_500_000n), round(0n, seconds, seconds - 7_200n), [8n], [8n], [8n], [8n]]
const hex = (words: Words): string => `0x${words.map((word) => word.toString(16).padStart(64, '0')).join('')}`
const replyWith = (answers: readonly (bigint | Words | string)[]) =>
  answers.map((answer, at) => ({ jsonrpc: '2.0', id: at + 1, result: typeof answer === 'bigint' ? `0x${answer.toString(16)}` : typeof answer === 'string' ? answer : hex(answer) }))
const read = (answers: readonly (bigint | Words | string)[]) => readFeeds(replyWith(answers), network, feeds, now)
const withAnswer = (at: number, answer: bigint | Words | string) => read(good.map((one, place) => (place === at ? answer : one)))

it('asks with the selectors of the interface', () => {
  expect(latestRoundDataSelector).toBe(toFunctionSelector('latestRoundData()'))
  expect(decimalsSelector).toBe(toFunctionSelector('decimals()'))
  expect(encodeBatch(feedQueries(feeds))).toHaveLength(9)
})

it('reads what honest feeds say', () => {
  const at = now - 60_000
  expect(read(good)).toEqual({ peg: { dollars: '0.9998', at }, feeds: { EUR: { dollars: '1.0843', at }, GBP: { dollars: '1.265', at } } })
})

describe('is not believed', () => {
  it.each([
    ['zero', round(0n)],
    ['a negative answer', round(-108_430_000n)],
    ['an answer beyond all prices', round(2n ** 200n)],
    ['no time', round(108_430_000n, 0n)],
    ['a time to come', round(108_430_000n, seconds + 3_600n)],
    ['too few words', [1n, 2n]],
    ['nothing', '0x'],
    ['no hex', `0x${'zz'.repeat(160)}`],
    ['an array', [] as Words],
  ] as const)('%s: that feed is left out, the others stay', (_, answer) => {
    const { feeds: found, peg } = withAnswer(2, answer)
    expect(Object.keys(found)).toEqual(['GBP'])
    expect(peg).not.toBeNull()
  })

  it('a feed with other decimals', () => expect(Object.keys(withAnswer(6, [18n]).feeds)).toEqual(['GBP']))
  it('another chain', () => expect(withAnswer(0, 1n)).toEqual(noReadings))
  it('a chain that is down', () => expect(withAnswer(4, round(1n, seconds, seconds - 7_200n))).toEqual(noReadings))
  it('a chain that has just come up', () => expect(withAnswer(4, round(0n, seconds, seconds - 600n))).toEqual(noReadings))
  it('a chain that never said', () => expect(withAnswer(4, round(0n, 0n, 0n))).toEqual(noReadings))
})

it('whatever an endpoint answers, reading it neither throws nor makes a price out of nothing', () => {
  const word = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), fc.constantFrom(0n, 8n, 8453n, seconds))
  const answer = fc.oneof(word, fc.array(word, { minLength: 0, maxLength: 6 }), fc.string())
  fc.assert(
    fc.property(fc.oneof(fc.array(answer, { minLength: 9, maxLength: 9 }).map(replyWith), fc.jsonValue()), (json) => {
      const { feeds: found, peg } = readFeeds(json, network, feeds, now)
      for (const one of [...Object.values(found), ...(peg === null ? [] : [peg])]) {
        expect(one.dollars).toMatch(/^(?:[1-9]\d*|0\.0*[1-9]\d*|[1-9]\d*\.\d+)$/)
        expect(one.at).toBeLessThanOrEqual(now + 5 * 60_000)
      }
    }),
  )
})

it('every network pins a token feed, and feeds only for currencies there are reference rates for', () => {
  for (const { id } of networks) for (const currency of Object.keys(feedsOn(id)?.currencies ?? {})) expect(['EUR', 'GBP', 'CHF', 'JPY', 'KRW']).toContain(currency)
})
