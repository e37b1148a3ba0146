interface DoorEvent {
  readonly at: number
  readonly kind: string
}

/** Wrong tries that the reader has not been told of. Times are milliseconds since 1970. */
export interface WrongTries {
  readonly count: number
  readonly lastAt: number
}

/**
 * The wrong tries between the last opening of the wallet and the one before; null when there were none.
 * @param events newest first
 */
export function wrongTriesBeforeOpening(events: readonly DoorEvent[]): WrongTries | null {
  const opened = events.findIndex(({ kind }) => kind === 'unlocked')
  if (opened === -1) return null
  const before = events.slice(opened + 1)
  const earlier = before.findIndex(({ kind }) => kind === 'unlocked')
  const failed = before.slice(0, earlier === -1 ? undefined : earlier).filter(({ kind }) => kind === 'failed' || kind === 'pin-destroyed')
  return failed[0] === undefined ? null : { count: failed.length, lastAt: failed[0].at }
}
