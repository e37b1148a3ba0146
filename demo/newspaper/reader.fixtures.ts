import { decodePaymentRequiredHeader, encodePaymentSignatureHeader } from '@x402/core/http'
import type { PaymentRequired } from '@x402/core/types'
import { ExactEvmScheme } from '@x402/evm/exact/client'
import type { PrivateKeyAccount } from 'viem/accounts'
import { fetchLocal } from './fetch-local'

/** A reader with an independent wallet: the packages of the protocol's own authors and viem, none of this project's code. */
export class Reader {
  /** As a browser keeps them: name to value, for the one host a reader visits. */
  readonly cookies = new Map<string, string>()
  readonly #account: PrivateKeyAccount

  constructor(account: PrivateKeyAccount) {
    this.#account = account
  }

  /** Asks the way a browser does, follows nothing, and keeps cookies (whatever their path). */
  async ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const browser = { Accept: 'text/html', 'User-Agent': 'Mozilla/5.0', ...(cookie === '' ? {} : { Cookie: cookie }) }
    const response = await fetchLocal(url, { method, headers: { ...browser, ...headers } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.cookies.set(name, value)
    }
    return response
  }

  /** Signs what a 402 asks for. @param which of its prices */
  async sign(refusal: Response, which = 0): Promise<Record<string, string>> {
    const required = challengeOf(refusal)
    const accepted = required.accepts[which]
    if (accepted === undefined) throw new Error('nothing is offered')
    const { x402Version, payload } = await new ExactEvmScheme(this.#account).createPaymentPayload(2, accepted)
    const header = encodePaymentSignatureHeader({ x402Version, payload, accepted, resource: required.resource })
    return { 'PAYMENT-SIGNATURE': header }
  }

  /** Asks, signs, asks again. */
  async buy(url: string, which = 0): Promise<Response> {
    return this.ask(url, await this.sign(await this.ask(url), which))
  }
}

/** The decoded PAYMENT-REQUIRED of a 402. */
export function challengeOf(response: Response): PaymentRequired {
  return decodePaymentRequiredHeader(response.headers.get('payment-required') ?? '')
}

/** Its first price, in atomic units. */
export const priceOf = (response: Response): string | undefined => challengeOf(response).accepts[0]?.amount
