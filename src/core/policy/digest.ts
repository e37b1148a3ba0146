import { policy as words } from '../words/policy'

/** How often what has changed is put together, in milliseconds: 30 days. */
export const digestMs = 30 * 24 * 3_600_000

/** What came of one document, as it was told. */
interface Told {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly applied: readonly string[]
  readonly asked: readonly string[]
  readonly answer: 'agreed' | 'declined' | null
}

/** What has happened to the rules, put together once a month. */
export interface Digest {
  /** Milliseconds since 1970. */
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
  readonly seen: boolean
}

/** What is counted until the next one. */
export interface Since {
  readonly from: number
  /** Looks at which something was refused. */
  readonly refused: number
  /** The rules were out of date at one of them. */
  readonly old: boolean
}

/** What has changed since, oldest first, and what was refused; null where nothing has and nothing was: then there is nothing to say. @param log newest first */
export function digestOf({ from, refused, old }: Since, to: number, log: readonly Told[]): Digest | null {
  const own = log.filter(({ at }) => at > from).toReversed()
  const asked = own.filter(({ asked: sentences }) => sentences.length > 0)
  const answered = (answer: Told['answer']): number => asked.filter((one) => one.answer === answer).length
  const [agreed, declined] = [answered('agreed'), answered('declined')]
  const lines = [
    ...own.flatMap(({ applied }) => applied),
    ...(agreed > 0 ? [words.digest.agreed(agreed)] : []),
    ...(declined > 0 ? [words.digest.declined(declined)] : []),
    ...(asked.at(-1)?.answer === null ? [words.digest.waiting] : []),
    ...(refused > 0 ? [words.digest.refused(refused)] : []),
    ...(old ? [words.digest.old] : []),
  ]
  return lines.length === 0 ? null : { from, to, lines: [...new Set(lines)].slice(-mostLines), seen: false }
}

const mostLines = 60
