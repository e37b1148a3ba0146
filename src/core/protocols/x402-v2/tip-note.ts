import { declared, echo } from './echo'

const name = 'farthing-note'

/** Whether whoever is tipped takes a note with it (docs/PROTOCOLS.md, "Tips"). @param challenge the parsed challenge */
export const declaresNote = (challenge: unknown): boolean => declared(challenge, name) !== null

/** What the reader wrote, for a seller who takes notes; where nothing was written, nothing is said. */
export const tipNote = (challenge: unknown, note: string | null): Readonly<Record<string, unknown>> => (note === null ? {} : echo(challenge, name, { note }))
