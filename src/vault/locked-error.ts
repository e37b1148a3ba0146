/** Thrown by every use of a keyring, sealer or authority after it was wiped: nothing is ever sealed under an erased key. */
export class LockedError extends Error {
  override readonly name = 'LockedError'

  constructor() {
    super('The wallet is locked.')
  }
}
