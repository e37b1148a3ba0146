/** What can be let go of by itself after a time. */
export const kinds = ['payments', 'copies', 'watch', 'door', 'wishes'] as const
export type RetentionKind = (typeof kinds)[number]

/** Whole days after which something goes; null for never. */
export type Days = number | null
export type Retention = Readonly<Record<RetentionKind, Days>>

/**
 * Readers come back for what they bought and paid years ago: that stays. What is kept to look out for them is of use for months,
 * and goes by itself (docs/PRIVACY.md).
 */
export const defaultRetention: Retention = { payments: null, copies: null, watch: 180, door: 365, wishes: 365 }

/** What a reader can choose, the longest first. */
export const offeredDays: Readonly<Record<RetentionKind, readonly Days[]>> = {
  payments: [null, 3650, 1095, 365, 90],
  copies: [null, 365, 90, 30],
  watch: [null, 365, 180, 90, 30],
  door: [null, 365, 180, 90],
  wishes: [null, 365, 90, 30],
}

const dayMs = 24 * 3_600_000

/** What is from before this moment goes; null where nothing does. A whole day old is not older than a day. @param now milliseconds since 1970 */
export const goesBefore = (days: Days, now: number): number | null => (days === null ? null : now - days * dayMs)

/** Whether something would go sooner than it does now. */
export const isShorter = (days: Days, than: Days): boolean => days !== null && (than === null || days < than)
