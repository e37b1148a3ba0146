import { toHex, type Hex } from 'viem'
import { feedsOn } from '../../src/core/networks/feeds'
import type { Chain } from './chain'

/**
 * A price feed that says what lies in its storage, assembled by hand:
 *
 *   if the selector is decimals():  return 8
 *   otherwise:                      return storage words 0 to 4, which is what latestRoundData() returns
 */
const feedCode: Hex = `0x${[
  '600035', // PUSH1 0, CALLDATALOAD
  '60e01c', // PUSH1 224, SHR: the selector
  '63313ce56714', // PUSH4 decimals(), EQ
  '603257', // PUSH1 50, JUMPI
  ...[0, 1, 2, 3, 4].map((slot) => `60${byte(slot)}5460${byte(32 * slot)}52`), // PUSH1 slot, SLOAD, PUSH1 place, MSTORE
  '60a06000f3', // PUSH1 160, PUSH1 0, RETURN
  '5b600860005260206000f3', // 50: JUMPDEST, PUSH1 8, PUSH1 0, MSTORE, PUSH1 32, PUSH1 0, RETURN
].join('')}`

function byte(value: number): string {
  return value.toString(16).padStart(2, '0')
}

const local = feedsOn('eip155:31337')

export const feedNames = ['USDC', 'EUR', 'GBP'] as const
export type FeedName = (typeof feedNames)[number]

/** What a feed is to say. */
export interface FeedChange {
  /** Dollars for one, with at most eight decimals; "0" and less are what no honest feed says. */
  readonly dollars: string
  /** How long ago it was told that. */
  readonly ageSeconds: number
}

/** What the feeds say of themselves. */
export const usualFeeds: Readonly<Record<FeedName, string>> = { USDC: '0.9999', EUR: '1.1602', GBP: '1.3214' }

/** Puts the price feeds where the wallet looks for them on the local chain. */
export async function placeFeeds(chain: Chain): Promise<void> {
  for (const name of feedNames) {
    await chain.setCode(addressOf(name), feedCode)
    await setFeed(chain, name, { dollars: usualFeeds[name], ageSeconds: 0 })
  }
}

export async function setFeed(chain: Chain, name: FeedName, { dollars, ageSeconds }: FeedChange): Promise<void> {
  const at = BigInt(Math.floor(Date.now() / 1000) - ageSeconds)
  const words = [1n, eightDecimals(dollars), at, at, 1n]
  for (const [slot, value] of words.entries()) await chain.setStorage(addressOf(name), BigInt(slot), toHex(BigInt.asUintN(256, value), { size: 32 }))
}

function addressOf(name: FeedName): Hex {
  const address = name === 'USDC' ? local?.token : local?.currencies[name]
  if (address === undefined) throw new Error(`the local network pins no feed for ${name}`)
  return address
}

/** @throws for anything but a decimal with at most eight places */
function eightDecimals(text: string): bigint {
  const parts = /^(-?)(\d{1,12})(?:\.(\d{1,8}))?$/.exec(text)
  if (parts === null) throw new Error(`not a price: ${text}`)
  const [, sign = '', whole = '', fraction = ''] = parts
  return BigInt(`${sign}${whole}${fraction.padEnd(8, '0')}`)
}
