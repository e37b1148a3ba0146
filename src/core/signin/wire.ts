import * as v from 'valibot'

/** The extension's key in `extensions` of a PAYMENT-REQUIRED. */
export const signInKey = 'sign-in-with-x'

/** Optional fields may be an explicit null, as everywhere in x402 v2. */
const optionalText = v.nullish(v.string())

/** `extensions["sign-in-with-x"]` as it arrives (x402 v2). How the texts are spelt, and how long they are, is judged in spelling.ts. */
export const signInExtension = v.looseObject({
  info: v.looseObject({
    domain: v.string(),
    uri: v.string(),
    version: v.string(),
    nonce: v.string(),
    issuedAt: v.string(),
    expirationTime: optionalText,
    notBefore: optionalText,
    statement: optionalText,
    requestId: optionalText,
    resources: v.nullish(v.pipe(v.array(v.string()), v.maxLength(20))),
  }),
  /** Read one by one, so that a strange one does not spoil the others. */
  supportedChains: v.pipe(v.array(v.unknown()), v.maxLength(50)),
})

export type SignInInfo = v.InferOutput<typeof signInExtension>['info']

/** One way of signing a site takes: CAIP-2 chain, and eip191 for what a plain account signs. */
export const supportedChain = v.looseObject({ chainId: v.string(), type: v.literal('eip191') })
