/** Why a whole challenge cannot be used. Each has a sentence in core/words. */
export type ChallengeFault =
  | 'header-too-large'
  | 'not-base64'
  | 'not-json'
  | 'wrong-shape'
  | 'wrong-version'
  | 'too-many-offers'
  | 'resource-elsewhere'

/** Why one offer is not payable. Each has a sentence in core/words. */
export type OfferFault =
  | 'unknown-scheme'
  | 'unknown-network'
  | 'test-network-off'
  | 'other-network'
  | 'unknown-asset'
  | 'asset-mismatch'
  | 'bad-amount'
  | 'bad-payee'
  | 'bad-window'
  | 'needs-approval'
  | 'unknown-flow'
  | 'malformed'
  | 'not-once'
  | 'not-a-page'
  | 'realm-elsewhere'
  | 'ambiguous-offer'
