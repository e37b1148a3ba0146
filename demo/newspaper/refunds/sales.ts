import type { SettleResultContext } from '@x402/core/server'
import * as v from 'valibot'
import type { Address, Hex } from 'viem'

/** A payment that was settled, as far as it is needed to give money back. Addresses and numbers in lower-case hexadecimal. */
export interface Sale {
  readonly network: string
  readonly transaction: string
  readonly asset: string
  readonly payTo: string
  readonly payer: Address
  readonly nonce: Hex
  /** Atomic units. */
  readonly amount: bigint
  readonly title: string
  /** Milliseconds since 1970. */
  readonly at: number
}

const hex = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]+$/), v.transform((text) => text.toLowerCase() as Hex))
const paid = v.object({
  result: v.object({ success: v.literal(true), transaction: hex, network: v.string() }),
  requirements: v.object({ amount: v.pipe(v.string(), v.transform((text) => BigInt(text))), asset: hex, payTo: hex }),
  paymentPayload: v.object({ payload: v.object({ authorization: v.object({ from: hex, nonce: hex }) }) }),
})

/** What was sold, in memory, as long as the paper runs. */
export class Sales {
  readonly #byNonce = new Map<string, Sale>()

  /** @param context of a settlement; one that failed is no sale */
  add(context: SettleResultContext, title: string): void {
    const read = v.safeParse(paid, context)
    if (!read.success) return
    const { result, requirements, paymentPayload } = read.output
    const { from: payer, nonce } = paymentPayload.payload.authorization
    this.#byNonce.set(nonce, { ...requirements, network: result.network, transaction: result.transaction, payer, nonce, title, at: Date.now() })
  }

  /** The sale that an authorization has paid, whoever asks. */
  paidWith(nonce: Hex): Sale | null {
    return this.#byNonce.get(nonce) ?? null
  }
}
