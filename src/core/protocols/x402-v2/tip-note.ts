import * as v from 'valibot'

const name = 'farthing-note'
const declared = v.looseObject({ extensions: v.looseObject({ [name]: v.looseObject({ info: v.looseObject({}) }) }) })

/** Whether whoever is tipped takes a note with it. @param challenge the parsed challenge */
export const declaresNote = (challenge: unknown): boolean => v.is(declared, challenge)

/**
 * What a payment carries where the seller names the extension `farthing-note` (docs/PROTOCOLS.md, "Tips"): the declaration echoed,
 * with what the reader wrote. Null where it does not, or the reader wrote nothing: then nothing is said.
 */
export function tipNote(challenge: unknown, note: string | null): Readonly<Record<string, unknown>> | null {
  const read = v.safeParse(declared, challenge)
  const declaration = read.success ? read.output.extensions[name] : undefined
  if (declaration === undefined || note === null) return null
  return { [name]: { ...declaration, info: { ...declaration.info, note } } }
}
