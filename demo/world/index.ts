import type { Address, Hex } from 'viem'
import { fetchLocal } from '../newspaper/fetch-local'
import { guestBookState, type GuestBookChange, type GuestBookState } from '../newspaper/guestbook/switches'
import { refundState, type RefundAnswer, type RefundChange, type RefundState } from '../newspaper/refunds/control'
import { startNewspaper } from '../newspaper/server'
import { accounts, guestBookKey, partnerKey, refundsKey, sellerKey } from './accounts'
import { chainId, startAnvil } from './anvil'
import { openChain } from './chain'
import { createControl } from './control'
import { createEndpoint, type EndpointChange } from './endpoint'
import { startFacilitator } from './facilitator-process'
import { facilitatorState, type FacilitatorChange, type FacilitatorState } from './faults'
import { listen, listenPreferably, loopback } from './listen'
import { placeFeeds, setFeed, type FeedChange, type FeedName } from './feeds'
import { placeSplitter } from './splitter'
import { deployToken, tokenAddress, tokenDecimals, tokenDomain } from './token'
import * as v from 'valibot'

export interface WorldOptions {
  /** Port of the wallet's chain endpoint; taken when free. 0 takes any. Default 8545, where the wallet looks by itself. */
  readonly chainPort?: number
  /** Port of the newspaper; 0 takes any. */
  readonly newspaperPort?: number
  /** Seconds between blocks; absent, every transaction is mined at once. */
  readonly blockTime?: number
}

/** The pieces that tests, the tour and readers know by name (demo/newspaper). The last three are The Guest Book's, the very last one a fragment. */
export const slugs = ['free', 'paid', 'script', 'fragment', 'dearer', 'beyond', 'partner', 'leak', 'slow', 'hut', 'bench', 'staircase'] as const
export type Slug = (typeof slugs)[number]

/** Where everything is. Printed by `npm run world` as one line. */
export interface WorldPlaces {
  /** `endpoint` is for wallets and can fail and lie; `direct` always tells the truth. */
  readonly chain: { readonly id: number; readonly endpoint: string; readonly direct: string }
  readonly token: Address
  readonly facilitator: string
  readonly newspaper: string
  readonly partner: string
  readonly guestBook: string
  readonly control: string
  /** Where the newspaper's people answer those who ask for their money back. */
  readonly refundDesk: string
  readonly accounts: typeof accounts
  readonly articles: Readonly<Record<Slug, string>>
}

/** The papers that take requests for refunds. */
export type RefundingPaper = 'newspaper' | 'partner'

export interface World extends WorldPlaces {
  /** Mints dollars to an address: "5" or "0.05". */
  fund(address: Address, usd: string): Promise<void>
  /** Somebody else who has the key of an address takes dollars from it: "5" or "0.05". */
  steal(address: Address, usd: string): Promise<void>
  /** Dollars go from one to another by a plain transfer. Returns the transaction. */
  transfer(from: Address, to: Address, usd: string): Promise<Hex>
  /** Atomic units, read from the chain itself. */
  balanceOf(address: Address): Promise<bigint>
  authorizationState(payer: Address, nonce: Hex): Promise<boolean>
  /** What is on the chain lies this many blocks deeper. */
  mine(blocks: number): Promise<void>
  /** What a price feed on the chain says from now on. */
  setFeed(name: FeedName, change: FeedChange): Promise<void>
  /** Makes the wallet's chain endpoint fail or lie. */
  setEndpoint(change: EndpointChange): void
  /** Makes the facilitator fail, and tells how often it was called. */
  setFacilitator(change: FacilitatorChange): Promise<FacilitatorState>
  /** `POST` to a control address of the newspaper, for example `tellNewspaper('price', {slug, usd})`. */
  tellNewspaper(path: string, body: unknown): Promise<unknown>
  /** How a paper deals with those who ask for their money back, and what it was asked. */
  setRefunds(change: RefundChange, paper?: RefundingPaper): Promise<RefundState>
  /** Answers a request, truthfully or not. */
  answerRefund(answer: RefundAnswer, paper?: RefundingPaper): Promise<RefundState>
  /** Nobody has asked for anything, and both papers are honest again. */
  forgetRefunds(): Promise<void>
  /** Turns the switches of The Guest Book, and tells its counters. The next test wants `honest` again (guestbook/switches.ts). */
  setGuestBook(change: GuestBookChange): Promise<GuestBookState>
  /** The Guest Book forgets everybody who has paid. */
  burnGuestBook(): Promise<void>
  stop(): Promise<void>
}

/** Starts chain, token, facilitator, newspaper and control on loopback. What was started is stopped again if a later part fails. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const stops: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  try {
    return await build(options, stops, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function build(options: WorldOptions, stops: (() => Promise<void>)[], stop: () => Promise<void>): Promise<World> {
  const anvil = await startAnvil()
  stops.push(anvil.stop)
  const chain = openChain(anvil.url)
  await deployToken(chain)
  await placeFeeds(chain)
  await placeSplitter(chain)
  if (options.blockTime !== undefined) await chain.mineEvery(options.blockTime)

  const endpoint = createEndpoint(anvil.url)
  const listening = await listenPreferably(endpoint.app, options.chainPort ?? 8545)
  stops.push(listening.close)
  const facilitator = await startFacilitator(anvil.url, 0)
  stops.push(facilitator.stop)
  const newspaper = await startNewspaper({
    port: options.newspaperPort ?? 0,
    partnerPort: 0,
    facilitatorUrl: facilitator.url,
    token: { address: tokenAddress, name: tokenDomain.name, version: tokenDomain.version },
    network: 'eip155:31337',
    sellerKey: sellerKey(),
    partnerKey: partnerKey(),
    guestBookKey: guestBookKey(),
    refundsKey: refundsKey(),
  })
  stops.push(newspaper.stop)

  const powers = {
    fund: (address: Address, usd: string) => chain.mint(address, toAtomic(usd)),
    setFeed: (name: FeedName, change: FeedChange) => setFeed(chain, name, change),
    setEndpoint: (change: EndpointChange) => void endpoint.change(change),
    mine: chain.mine,
  }
  const control = await listen(createControl(powers))
  stops.push(control.close)
  const atRefunds = (paper: RefundingPaper, path = ''): string => `${paper === 'partner' ? newspaper.partnerUrl : newspaper.url}/control/refunds${path}`
  return {
    chain: { id: chainId, endpoint: `http://${loopback}:${listening.port}`, direct: anvil.url },
    token: tokenAddress,
    facilitator: facilitator.url,
    newspaper: newspaper.url,
    partner: newspaper.partnerUrl,
    guestBook: newspaper.guestBookUrl,
    control: `http://${loopback}:${control.port}`,
    refundDesk: newspaper.refundDesk,
    accounts,
    articles: named(newspaper.articles),
    ...powers,
    transfer: (from, to, usd) => chain.transfer(from, to, toAtomic(usd)),
    steal: (address, usd) => chain.takeFrom(address, toAtomic(usd)),
    balanceOf: chain.balanceOf,
    authorizationState: chain.authorizationState,
    setFacilitator: async (change) => v.parse(facilitatorState, await post(`${facilitator.url}/control`, change)),
    tellNewspaper: (path, body) => post(`${newspaper.url}/control/${path}`.replace(/\/$/, ''), body),
    setRefunds: async (change, paper = 'newspaper') => v.parse(refundState, await post(atRefunds(paper), change)),
    answerRefund: async (answer, paper = 'newspaper') => v.parse(refundState, await post(atRefunds(paper, '/answer'), answer)),
    forgetRefunds: async () => {
      for (const paper of ['newspaper', 'partner'] as const) await post(atRefunds(paper, '/forget'), {})
    },
    setGuestBook: async (change) => v.parse(guestBookState, await post(`${newspaper.guestBookUrl}/control`, change)),
    burnGuestBook: async () => {
      await post(`${newspaper.guestBookUrl}/control/forget`, {})
    },
    stop,
  }
}

/** @throws when the newspaper has lost one of its pieces */
function named(articles: Readonly<Record<string, string>>): Record<Slug, string> {
  const entries = slugs.map((slug) => {
    const url = articles[slug]
    if (url === undefined) throw new Error(`the newspaper has no ${slug}`)
    return [slug, url] as const
  })
  return Object.fromEntries(entries) as Record<Slug, string>
}

/** Dollars in words to atomic units, exactly. @throws for anything but digits with at most six decimals. */
export function toAtomic(usd: string): bigint {
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(usd)
  if (match === null) throw new Error(`not an amount: ${usd}`)
  return BigInt(match[1] ?? '0') * 10n ** BigInt(tokenDecimals) + BigInt((match[2] ?? '').padEnd(tokenDecimals, '0'))
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetchLocal(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  const text = await response.text()
  return text === '' ? null : (JSON.parse(text) as unknown)
}
