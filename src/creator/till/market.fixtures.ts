import { once } from 'node:events'
import { createServer } from 'node:http'
import { decodePaymentRequiredHeader, encodePaymentSignatureHeader } from '@x402/core/http'
import type { PaymentRequired, PaymentRequirements } from '@x402/core/types'
import { ExactEvmScheme } from '@x402/evm/exact/client'
import { encodeFunctionData, parseAbi } from 'viem'
import { generatePrivateKey, privateKeyToAccount, type PrivateKeyAccount } from 'viem/accounts'
import { accounts, sellerKey } from '../../../demo/world/accounts'
import { startAnvil, type Anvil } from '../../../demo/world/anvil'
import { openChain, type Chain } from '../../../demo/world/chain'
import { startFacilitator } from '../../../demo/world/facilitator-process'
import type { FacilitatorChange, FacilitatorState } from '../../../demo/world/faults'
import { loopback } from '../../../demo/world/listen'
import { deployToken, tokenAddress, tokenDomain } from '../../../demo/world/token'
import { parseAddress } from '../../core/authorization/address'
import { toHex, type Address, type Hex } from '../../core/hex'
import type { Database } from '../state/database'
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
  try {
    return await marketAt(anvil)
  } catch (error) {
    await anvil.stop()
    throw error
  }
}

async function marketAt(anvil: Anvil): Promise<Market> {
  const chain = openChain(anvil.url)
  await deployToken(chain)
  const facilitator = await startFacilitator(anvil.url, 0)
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

/** A payment service of which the test says what it answers. */
export interface Liar {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** What comes to a payment service. */
export interface Asked {
  readonly paymentPayload: { readonly payload: { readonly signature: Hex; readonly authorization: Readonly<Record<'from' | 'to' | 'value' | 'validAfter' | 'validBefore' | 'nonce', string>> } }
}

/**
 * Starts a payment service that finds every payment good and does with it what the test says.
 * @param settle what it answers: a status and a body
 * @param verify what it does before it finds one good
 */
export async function startLiar(settle: (asked: Asked) => Promise<readonly [status: number, body: object]>, verify: () => Promise<unknown> = async () => undefined): Promise<Liar> {
  const server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      if (request.url !== '/settle') await verify()
      const [status, body] = request.url === '/settle' ? await settle(JSON.parse(Buffer.concat(parts).toString()) as Asked) : ([200, { isValid: true }] as const)
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    })()
  })
  server.listen(0, loopback)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://${loopback}:${address.port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Books whose database fails for some statements. */
export function failing(database: Database): { readonly database: Database; fails: (statement: string) => boolean } {
  const cut: { database: Database; fails: (statement: string) => boolean } = {
    fails: () => false,
    database: {
      ...database,
      query: async <Row extends object>(text: string, parameters?: Parameters<Database['query']>[1]) => {
        if (cut.fails(text)) throw new Error('the database is gone')
        return database.query<Row>(text, parameters)
      },
    },
  }
  return cut
}

type Authorization = Readonly<Record<'from' | 'to' | 'value' | 'validAfter' | 'validBefore' | 'nonce', string>>

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
  async sign(required: PaymentRequired, change: { accepted?: PaymentRequirements | undefined; resource?: object; extensions?: Record<string, unknown> } = {}): Promise<Record<string, string>> {
    const accepted = change.accepted ?? required.accepts[0]
    if (accepted === undefined) throw new Error('nothing is asked')
    const { x402Version, payload } = await new ExactEvmScheme(this.account).createPaymentPayload(2, accepted)
    const payment = { x402Version, payload, accepted, resource: required.resource, ...change }
    return { 'PAYMENT-SIGNATURE': encodePaymentSignatureHeader(payment as Parameters<typeof encodePaymentSignatureHeader>[0]) }
  }

  /** An authorization of one's own making, and what signs it. */
  async authorize({ payTo, amount }: PaymentRequirements, change: Partial<Authorization> = {}): Promise<{ signature: Hex; authorization: Authorization }> {
    const nonce = toHex(crypto.getRandomValues(new Uint8Array(32)))
    const authorization = { from: this.account.address, to: payTo, value: amount, validAfter: '0', validBefore: `${Math.floor(Date.now() / 1000) + 60}`, nonce, ...change }
    const { from, to, value, validAfter, validBefore } = authorization
    const signature = await this.account.signTypedData({
      domain: tokenDomain,
      types: transferTypes,
      primaryType: 'TransferWithAuthorization',
      message: { from: from as Hex, to: to as Hex, value: BigInt(value), validAfter: BigInt(validAfter), validBefore: BigInt(validBefore), nonce: authorization.nonce as Hex },
    })
    return { signature, authorization }
  }

  /** What withdraws an authorization, as data for the token. */
  async cancellation(nonce: Hex): Promise<Hex> {
    const signature = await this.account.signTypedData({
      domain: tokenDomain,
      types: { CancelAuthorization: [{ name: 'authorizer', type: 'address' }, { name: 'nonce', type: 'bytes32' }] },
      primaryType: 'CancelAuthorization',
      message: { authorizer: this.account.address, nonce },
    })
    return encodeFunctionData({ abi: eip3009, functionName: 'cancelAuthorization', args: [this.account.address, nonce, signature] })
  }
}

/** PAYMENT-SIGNATURE of any make. */
export const paying = (required: PaymentRequired, payload: object, more: object = {}): Record<string, string> => ({
  'PAYMENT-SIGNATURE': encodePaymentSignatureHeader({ x402Version: 2, accepted: required.accepts[0], resource: required.resource, payload, ...more } as Parameters<typeof encodePaymentSignatureHeader>[0]),
})

/** A transfer by authorization, as data for the token: whoever sends it. */
export const transferBy = ({ signature, authorization }: { readonly signature: Hex; readonly authorization: Authorization }): Hex => {
  const { from, to, value, validAfter, validBefore, nonce } = authorization
  return encodeFunctionData({ abi: eip3009, functionName: 'transferWithAuthorization', args: [from as Hex, to as Hex, BigInt(value), BigInt(validAfter), BigInt(validBefore), nonce as Hex, signature] })
}

export const token = tokenAddress

const eip3009 = parseAbi([
  'function transferWithAuthorization(address from, address to, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce, bytes signature)',
  'function cancelAuthorization(address authorizer, bytes32 nonce, bytes signature)',
])

const transferTypes = {
  TransferWithAuthorization: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'validAfter', type: 'uint256' },
    { name: 'validBefore', type: 'uint256' },
    { name: 'nonce', type: 'bytes32' },
  ],
} as const
