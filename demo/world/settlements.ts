import { createHash } from 'node:crypto'
import type { SettleResponse } from '@x402/core/types'
import { isAddress, isHex, type Address, type Hex } from 'viem'
import * as v from 'valibot'
import type { Chain } from './chain'

/** A payment that was checked and sent to the facilitator, whose answer never came. */
interface Uncertain {
  readonly payer: Address
  readonly nonce: Hex
  readonly value: bigint
}

const authorization = v.object({
  authorization: v.object({
    from: v.custom<Address>((value) => typeof value === 'string' && isAddress(value, { strict: false })),
    nonce: v.custom<Hex>((value) => isHex(value)),
    value: v.pipe(v.string(), v.regex(/^\d{1,78}$/), v.transform(BigInt)),
  }),
})

/**
 * What has been paid for, by the route that was paid for and the exact PAYMENT-SIGNATURE that paid.
 * Whoever shows the same signature on the same route again is served again: it is the one who paid and got nothing.
 * The route is the server's own; what the payload says it is for is not believed.
 */
export class Settlements {
  readonly #settled = new Map<string, SettleResponse>()
  readonly #uncertain = new Map<string, Uncertain>()

  /** @param payTo whom every payment here goes to. */
  constructor(
    private readonly chain: Chain,
    private readonly payTo: Address,
  ) {}

  /** Whether this settlement is news. */
  settled(route: string, header: string, result: SettleResponse): boolean {
    const id = identity(route, header)
    if (this.#settled.has(id)) return false
    this.#settled.set(id, result)
    this.#uncertain.delete(id)
    return true
  }

  /** Settling failed without an answer. The payload was verified, so its authorization may be relied on. */
  uncertain(route: string, header: string, payload: unknown): void {
    const parsed = v.safeParse(authorization, payload)
    if (!parsed.success) return
    const { from, nonce, value } = parsed.output.authorization
    this.#uncertain.set(identity(route, header), { payer: from, nonce, value })
  }

  /** The settlement this signature made on this route, if it is known. */
  find(route: string, header: string): SettleResponse | undefined {
    return this.#settled.get(identity(route, header))
  }

  /** Like `find`, but asks the chain about a payment that nobody answered for. */
  async lookUp(route: string, header: string): Promise<SettleResponse | undefined> {
    const known = this.find(route, header)
    const open = this.#uncertain.get(identity(route, header))
    if (known !== undefined || open === undefined) return known
    // A used nonce alone proves nothing, it may have been cancelled: the money must have come here.
    const transaction = await this.chain.findTransfer(open.payer, open.nonce, this.payTo, open.value)
    if (transaction === null) return undefined
    this.settled(route, header, { success: true, payer: open.payer, transaction, network: `eip155:${this.chain.id}` })
    return this.find(route, header)
  }
}

const identity = (route: string, header: string): string => `${route} ${createHash('sha256').update(header).digest('base64')}`
