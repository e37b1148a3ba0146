/**
 * How an answer that speaks the `Payment` authentication scheme is recognised (draft-httpauth-payment-00). Kept free of
 * imports: it is the only part of the dialect that may run in other people's pages. Header names are lower case.
 */
export const challengeHeader = 'www-authenticate'
export const settlementHeader = 'payment-receipt'

/** The scheme as it is compared: in lower case. */
export const paymentScheme = 'payment'

/** Only 402: with 401 a server asks who somebody is. */
export function isPaymentStatus(status: number): boolean {
  return status === 402
}
