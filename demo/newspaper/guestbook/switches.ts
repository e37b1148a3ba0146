import * as v from 'valibot'

/** What the paper signs, of the offers in its 402 and the receipt in its PAYMENT-RESPONSE. */
export const statementKinds = [
  /** By the key of the account that is paid (EIP-712). */
  'payee',
  /** By a key that nobody knows (EIP-712). It says nothing but the truth. */
  'stranger',
  /** By the payee, and changed after that: an offer names a lower price, a receipt another payer. */
  'altered',
  /** By the payee: an offer names half the price that is asked beside it. Receipts are good. */
  'half',
  /** By the payee's key as a JWS, whose header names it with did:key. */
  'jws',
  'none',
] as const
export type StatementKind = (typeof statementKinds)[number]

/** How the paper knows a reader again. */
export const signInKinds = [
  'good',
  /** It asks on behalf of another site, as a thief of sign-ins does, and opens to what is signed for that site only. */
  'other-domain',
  /** Not at all. */
  'off',
] as const
export type SignInKind = (typeof signInKinds)[number]

const switches = {
  offers: v.picklist(statementKinds),
  receipts: v.picklist(statementKinds),
  signIn: v.picklist(signInKinds),
}

/** Body of The Guest Book's `POST /control`. Parts left out stay as they are. */
export const guestBookChange = v.strictObject({
  offers: v.exactOptional(switches.offers),
  receipts: v.exactOptional(switches.receipts),
  signIn: v.exactOptional(switches.signIn),
})
export type GuestBookChange = v.InferOutput<typeof guestBookChange>

/** As the paper is when nobody has turned anything. */
export const honest = { offers: 'payee', receipts: 'payee', signIn: 'good' } as const satisfies GuestBookChange

const bySlug = v.record(v.string(), v.number())

/** Answer of The Guest Book's `/control`: its switches, and what has happened since it was started. */
export const guestBookState = v.object({
  ...switches,
  /** How often each piece was asked for without a payment and stayed closed. */
  asked: bySlug,
  /** How often each piece was sold. */
  sold: bySlug,
  /** How often each piece was opened by signing in. */
  signedIn: bySlug,
  /** How many requests for paid pieces carried a sign-in, whatever it was worth. */
  signInsSeen: v.number(),
  /** The identifier of every payment that could be read and had one, in the order of arrival. */
  paymentIdentifiers: v.array(v.string()),
})
export type GuestBookState = v.InferOutput<typeof guestBookState>
