/** What is looked at. Names are stable: scripts may read them. */
export const checkIds = [
  'page',
  'tag',
  'link',
  'account',
  'account-checksum',
  'account-buttons',
  'linked-data',
  'language',
  'page-title',
  'scroll',
  'encrypted',
  'asks',
  'readable',
  'payable',
  'price',
  'upfront',
  'resource',
  'time',
  'people',
  'stored',
  'cors',
  'preflight',
  'head',
  'conditional',
  'range',
  'dialects',
  'signed-price',
  'refunds',
  'payment-id',
  'return',
  'delivers',
  'settled',
  'receipt',
  'private',
  'again',
  'elsewhere',
  'withheld',
] as const

/** What is seen only by somebody who has paid. */
export const afterPaying = ['delivers', 'settled', 'receipt', 'private', 'again', 'elsewhere', 'withheld'] as const satisfies readonly CheckId[]
export type CheckId = (typeof checkIds)[number]

/** 'wrong' costs readers or the seller something; 'advice' would be better and harms nobody; 'unknown' could not be told. */
export interface Finding {
  readonly check: CheckId
  readonly outcome: 'good' | 'advice' | 'wrong' | 'unknown'
  /** The address it is about. */
  readonly at: string
  /** What was seen, where that helps. Text of a stranger's: to be shown as text. */
  readonly seen: string | null
}

export const good = (check: CheckId, at: string): Finding => ({ check, outcome: 'good', at, seen: null })
export const wrong = (check: CheckId, at: string, seen: string | null = null): Finding => ({ check, outcome: 'wrong', at, seen: shorten(seen) })
export const advice = (check: CheckId, at: string, seen: string | null = null): Finding => ({ check, outcome: 'advice', at, seen: shorten(seen) })
export const unknown = (check: CheckId, at: string, seen: string | null = null): Finding => ({ check, outcome: 'unknown', at, seen: shorten(seen) })

/** Good, if it is so. */
export const holds = (is: boolean, check: CheckId, at: string, seen: string | null = null): Finding => (is ? good(check, at) : wrong(check, at, seen))
export const helps = (is: boolean, check: CheckId, at: string, seen: string | null = null): Finding => (is ? good(check, at) : advice(check, at, seen))

const shorten = (text: string | null): string | null => (text === null ? null : text.replace(/\p{C}+/gu, ' ').trim().slice(0, 300))
