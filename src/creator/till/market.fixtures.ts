import { encodePaymentSignatureHeader, decodePaymentRequiredHeader } from '@x402/core/http'
import type { PaymentRequired, PaymentRequirements } from '@x402/core/types'
import { ExactEvmScheme } from '@x402/evm/exact/client'
import { generatePrivateKey, privateKeyToAccount, type PrivateKeyAccount } from 'viem/accounts'
import { accounts, sellerKey } from '../../../demo/world/accounts'
import { startAnvil } from '../../../demo/world/anvil'
import { openChain, type Chain } from '../../../demo/world/chain'
import { startFacilitator } from '../../../demo/world/facilitator-process'
import type { FacilitatorChange, FacilitatorState } from '../../../demo/world/faults'
import { deployToken } from '../../../demo/world/token'
import { parseAddress } from '../../core/authorization/address'
import type { Address } from '../../core/hex'
import type { ShopOptions } from '../options'
import type { Item } from './item'

/** A chain with real USDC on it, and a payment service that fails when it is told to. */
export interface Market {
  readonly endpoint: string
  readonly chain: Chain
  readonly facilitator: string
  /** Sets how the payment service fails. Left out: as it was. */
  readonly fail: (change: FacilitatorChange) => Promise<FacilitatorState>
  readonly close: () => Promise<void>
}

export async function openMarket(): Promise<Market> {
  const anvil = await startAnvil()
  const chain = openChain(anvil.url)
  const [facilitator] = await Promise.all([startFacilitator(anvil.url, 0), deployToken(chain)])
  return {
    endpoint: anvil.url,
    chain,
    facilitator: facilitator.url,
    fail: async (change) => {
      const answer = await fetch(`${facilitator.url}/control`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(change) })
      return (await answer.json()) as FacilitatorState
    },
    close: async () => {
      await facilitator.stop()
      await anvil.stop()
    },
  }
}

export const origin = 'https://ada.example'
export const seller = addressOf(accounts.seller)
export { sellerKey }

export function addressOf(text: string): Address {
  const address = parseAddress(text)
  if (address === null) throw new Error(`${text} is no account`)
  return address
}

/** A shop at this market whose books are opened by the test. */
export const shopAt = ({ endpoint, facilitator }: Market, more: Partial<ShopOptions> = {}): ShopOptions => ({
  name: 'Ada’s Essays',
  origin,
  payTo: seller,
  network: 'eip155:31337',
  facilitator,
  endpoint,
  books: 'memory://',
  ...more,
})

/** An essay for 10 cents. */
export const essay = (name: string, more: Partial<Item> = {}): Item => ({
  id: `/essays/${name}#1`,
  kind: 'article',
  title: `On ${name}`,
  prices: [100_000n],
  url: `${origin}/farthing/parts/1/essays/${name}`,
  page: `${origin}/essays/${name}`,
  ...more,
})

/** What a browser asks for. */
export const asking = (item: Item, headers: Readonly<Record<string, string>> = {}): Request => new Request(item.url, { headers })

/** The decoded PAYMENT-REQUIRED of an answer. */
export const requiredBy = ({ headers }: { readonly headers: Headers }): PaymentRequired => decodePaymentRequiredHeader(headers.get('payment-required') ?? '')

/** A reader with an independent wallet: the packages of the protocol's own authors and viem, none of this project's code. */
export class Reader {
  readonly account: PrivateKeyAccount = privateKeyToAccount(generatePrivateKey())
  readonly address = addressOf(this.account.address)

  /** @param dollars atomic units in the purse */
  static async with(market: Market, dollars = 1_000_000n): Promise<Reader> {
    const reader = new Reader()
    await market.chain.mint(reader.account.address, dollars)
    return reader
  }

  /** The header that pays one entry of a challenge. */
  async sign(required: PaymentRequired, change: { accepted?: PaymentRequirements; resource?: object; extensions?: Record<string, unknown> } = {}): Promise<Record<string, string>> {
    const accepted = change.accepted ?? required.accepts[0]
    if (accepted === undefined) throw new Error('nothing is asked')
    const { x402Version, payload } = await new ExactEvmScheme(this.account).createPaymentPayload(2, accepted)
    const payment = { x402Version, payload, accepted, resource: required.resource, ...change }
    return { 'PAYMENT-SIGNATURE': encodePaymentSignatureHeader(payment as Parameters<typeof encodePaymentSignatureHeader>[0]) }
  }
}
