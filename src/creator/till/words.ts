/** Why there is no sale, and what is said of it. */
export type Refusal =
  | 'malformed'
  | 'price'
  | 'expired'
  | 'early'
  | 'signature'
  | 'elsewhere'
  | 'used'
  | 'refused'
  | 'spent'
  | 'taken'
  | 'settling'
  | 'unknown'
  | 'facilitator'
  | 'books'

interface Said {
  readonly status: 402 | 409 | 425 | 503
  /** For programs: `error` of x402. */
  readonly code: string
  /** Error code of the `Payment` scheme. */
  readonly problem: string
  readonly title: string
  /** For people: the money first. */
  readonly sentence: string
}

const again = 'Open the page again to see what it costs.'

export const refusals: Readonly<Record<Refusal, Said>> = {
  malformed: {
    status: 402,
    code: 'invalid_payload',
    problem: 'malformed-credential',
    title: 'The payment cannot be read',
    sentence: `You were not charged: this payment cannot be read. ${again}`,
  },
  price: {
    status: 402,
    code: 'price_mismatch',
    problem: 'verification-failed',
    title: 'The payment is not what is asked',
    sentence: `You were not charged: this payment is not for what is asked now. ${again}`,
  },
  expired: {
    status: 402,
    code: 'invalid_exact_evm_payload_authorization_valid_before',
    problem: 'payment-expired',
    title: 'The payment has expired',
    sentence: `You were not charged: the time for this payment is over. ${again}`,
  },
  early: {
    status: 402,
    code: 'invalid_exact_evm_payload_authorization_valid_after',
    problem: 'verification-failed',
    title: 'The payment is not valid yet',
    sentence: 'You were not charged: this payment is for later. The clock of your device may be ahead.',
  },
  signature: {
    status: 402,
    code: 'invalid_exact_evm_payload_signature',
    problem: 'verification-failed',
    title: 'The payment is not signed by its payer',
    sentence: `You were not charged: this payment does not come from the account it names. ${again}`,
  },
  elsewhere: {
    status: 402,
    code: 'payment_used_for_something_else',
    problem: 'verification-failed',
    title: 'The payment was used for something else',
    sentence: 'You were not charged again: this payment was used for something else here, and opens only that.',
  },
  used: {
    status: 402,
    code: 'payment_already_used',
    problem: 'verification-failed',
    title: 'The payment was used before',
    sentence: 'You were not charged again: this payment was used before. If it was you who bought this, sign in with your wallet to read it.',
  },
  refused: {
    status: 402,
    code: 'settlement_refused',
    problem: 'verification-failed',
    title: 'The payment was refused',
    sentence: 'You were not charged: the payment did not go through. There may be too little in the account it is from.',
  },
  spent: {
    status: 402,
    code: 'authorization_spent',
    problem: 'verification-failed',
    title: 'The payment was withdrawn',
    sentence: `You were not charged for this: the payment was withdrawn or used for something else. ${again}`,
  },
  taken: {
    status: 409,
    code: 'payment_identifier_conflict',
    problem: 'verification-failed',
    title: 'Another payment has this identifier',
    sentence: 'You were not charged: another payment of yours has the same name.',
  },
  settling: {
    status: 425,
    code: 'settlement_pending',
    problem: 'verification-failed',
    title: 'The payment is being settled',
    sentence: 'Your payment is on its way. Open this page again in a minute: you will not be charged twice.',
  },
  unknown: {
    status: 503,
    code: 'settlement_unknown',
    problem: 'verification-failed',
    title: 'It is not known whether the payment arrived',
    sentence: 'It is not known yet whether your payment arrived. Open this page again in a minute: you will not be charged twice.',
  },
  facilitator: {
    status: 503,
    code: 'facilitator_unreachable',
    problem: 'verification-failed',
    title: 'The payment service does not answer',
    sentence: 'You were not charged: the service that takes payments does not answer. Try again in a minute.',
  },
  books: {
    status: 503,
    code: 'books_closed',
    problem: 'verification-failed',
    title: 'Sales cannot be written down',
    sentence: 'You were not charged just now: this shop cannot write down what it sells. Try again in a minute; you will not be charged twice.',
  },
}

/** What a site asks a reader to sign who comes back. */
export const signInStatement = 'Sign in to open what you have bought here'
