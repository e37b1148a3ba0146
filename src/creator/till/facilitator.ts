import { HTTPFacilitatorClient, x402ResourceServer } from '@x402/core/server'
import { SettleError, VerifyError, type PaymentPayload, type PaymentRequirements } from '@x402/core/types'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import { isBytes32, type Bytes32 } from '../../core/hex'
import type { Network } from '../../core/networks/networks'

/** What a payment service says of a payment. It is asked, and the chain is believed. */
export type Verdict = { readonly type: 'good' } | { readonly type: 'bad'; readonly reason: string } | { readonly type: 'silent' }

/** What it says it has done. Silent: whether money moved is not known. */
export type Settled = { readonly type: 'settled'; readonly transaction: Bytes32 } | { readonly type: 'refused'; readonly reason: string } | { readonly type: 'silent' }

/** A payment service (an x402 facilitator). It is asked when there is something to settle, and never at the start: a shop opens without it. */
export class Facilitator {
  readonly #server: x402ResourceServer

  /** @param patience milliseconds for one answer */
  constructor(url: string, network: Network, patience: number) {
    this.#server = new x402ResourceServer(new HTTPFacilitatorClient({ url, timeoutMs: patience })).register(network.id, new ExactEvmScheme())
  }

  async verify(payload: PaymentPayload, requirements: PaymentRequirements): Promise<Verdict> {
    try {
      const { isValid, invalidReason } = await this.#server.verifyPayment(payload, requirements)
      return isValid ? { type: 'good' } : { type: 'bad', reason: told(invalidReason) }
    } catch (error) {
      if (error instanceof VerifyError && isRefusal(error.statusCode)) return { type: 'bad', reason: told(error.invalidReason) }
      return { type: 'silent' }
    }
  }

  async settle(payload: PaymentPayload, requirements: PaymentRequirements): Promise<Settled> {
    try {
      const { success, errorReason, transaction } = await this.#server.settlePayment(payload, requirements)
      if (!success) return outcomeOf(errorReason)
      const hash = transaction.toLowerCase()
      return isBytes32(hash) ? { type: 'settled', transaction: hash } : { type: 'silent' }
    } catch (error) {
      return error instanceof SettleError && isRefusal(error.statusCode) ? outcomeOf(error.errorReason) : { type: 'silent' }
    }
  }
}

/** Reasons that say a transaction may be on its way. */
const underWay = /pending|timeout|timed_out|confirm|broadcast/i

const outcomeOf = (reason: string | undefined): Settled => (underWay.test(reason ?? '') ? { type: 'silent' } : { type: 'refused', reason: told(reason) })

const isRefusal = (status: number): boolean => status >= 400 && status < 500 && status !== 408 && status !== 429

/** The service's word in what a header can carry. */
const told = (reason: string | undefined): string => (reason ?? 'refused').replaceAll(/[^\x20-\x7e]/g, '').slice(0, 200)
