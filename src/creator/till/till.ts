import type { Item } from './item'
import type { Sale } from '../state/sales'

/** What came of asking for money. */
export type Charged =
  /** The money is on the chain and the sale in the books; or it was before, and the same payment is shown again. */
  | {
      readonly type: 'paid'
      readonly sale: Sale
      readonly isAgain: boolean
      /** To go on the answer: what was settled, the receipt, the cookies that let the reader come back. */
      readonly headers: Headers
    }
  /** Nothing was charged, or it is not known whether it was. */
  | {
      readonly type: 'unpaid'
      /** 402: a price, or a payment that is not good or cannot be read. 409: the payment's name is taken. 425, 503: try the same payment again later. */
      readonly status: 402 | 409 | 425 | 503
      /** Challenges of all dialects, CORS, `Cache-Control: no-store`. */
      readonly headers: Headers
      /** What programs are told: problem details (RFC 9457) as JSON. */
      readonly problem: string
      /** A sentence for people. Null where nothing was shown, and only the price is to be told. */
      readonly sentence: string | null
    }

/** Takes the money for what a shop sells. It knows nothing of pages. */
export interface Till {
  /**
   * Who has bought this before, by a cookie, by a sign-in (`sign-in-with-x`), or by the very payment they show again. Charges nothing.
   * @returns the sale, and headers to go on the answer; null for everybody else
   */
  recognise(request: Request, item: Item): Promise<{ readonly sale: Sale; readonly headers: Headers } | null>
  /**
   * Settles the payment on a request, or says what is to be paid. To be called when what is sold is at hand: after this the money has
   * moved. `HEAD` and conditional requests are answered by the caller and never charged.
   * Never throws: what fails is 'unpaid' with a sentence.
   */
  charge(request: Request, item: Item): Promise<Charged>
  /** The price, to those who only ask (`HEAD`): as `charge` would say it, without looking at a payment. */
  quote(request: Request, item: Item): Promise<Extract<Charged, { type: 'unpaid' }>>
  /**
   * Asks the chain what became of payments whose settlement nobody has heard of, and writes it down. Done by itself at the start and
   * while there is business; a program that sells seldom may call it now and then.
   */
  resolveOpen(): Promise<void>
}
