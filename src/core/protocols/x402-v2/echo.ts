import * as v from 'valibot'

const declaring = v.looseObject({ extensions: v.record(v.string(), v.unknown()) })
const declaration = v.looseObject({ info: v.looseObject({}) })

/** What a challenge declares of an extension; null where it does not. @param challenge the parsed challenge */
export function declared(challenge: unknown, name: string): v.InferOutput<typeof declaration> | null {
  const read = v.safeParse(declaring, challenge)
  const found = read.success ? v.safeParse(declaration, read.output.extensions[name]) : null
  return found?.success === true ? found.output : null
}

/**
 * What a payment carries where the seller names an extension (x402 v2): the declaration echoed, with what the wallet adds to its
 * `info`. Nothing where it does not.
 */
export function echo(challenge: unknown, name: string, addition: object): Readonly<Record<string, unknown>> {
  const found = declared(challenge, name)
  return found === null ? {} : { [name]: { ...found, info: { ...found.info, ...addition } } }
}
