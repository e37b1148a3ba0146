/** How long a price must have been in full view of the reader before it can be agreed to, in milliseconds. */
export const armingDelay = 1000

/** What is known of a click on the pay button. */
export interface Press {
  readonly isTrusted: boolean
  /** Number of clicks in quick succession; 0 when it came from the keyboard or a screen reader (UI Events, "click"). */
  readonly detail: number
}

/**
 * Decides whether a click on the pay button is the reader's own decision about what is on screen, and not
 * - the second half of a double-click or a held key that began on a page, before this window lay over it,
 * - a click invited by a page that covered the window a moment ago,
 * - an event made by a script.
 *
 * Armed means: visible and focused without a break for `armingDelay`, and nothing new on screen meanwhile.
 */
export class Arming {
  readonly #now: () => number
  #attendedSince: number | null = null
  /** Whether the button was armed when the last press began; null once a click has used it up. */
  #pointer: boolean | null = null
  #key: boolean | null = null

  /** @param now a monotonic clock in milliseconds */
  constructor(now: () => number) {
    this.#now = now
  }

  /** The window is seen and focused, or no longer. */
  attend(attended: boolean): void {
    if (!attended) this.#attendedSince = null
    else this.#attendedSince ??= this.#now()
  }

  /** Something else is to be read: the second begins again. */
  restart(): void {
    if (this.#attendedSince !== null) this.#attendedSince = this.#now()
  }

  /** Milliseconds until armed, 0 when armed, null while nobody is looking. */
  remaining(): number | null {
    if (this.#attendedSince === null) return null
    return Math.max(0, this.#attendedSince + armingDelay - this.#now())
  }

  get armed(): boolean {
    return this.remaining() === 0
  }

  pointerDown(): void {
    this.#pointer = this.armed
  }

  /** @param repeat true for the events of a key that is being held, which begin nothing */
  keyDown(repeat: boolean): void {
    this.#key = !repeat && this.armed
  }

  /** True when this click is to be obeyed. Each press counts once. */
  accepts({ isTrusted, detail }: Press): boolean {
    const pointer = this.#pointer
    const key = this.#key
    this.#pointer = null
    this.#key = null
    if (!isTrusted || detail > 1 || !this.armed) return false
    // A screen reader clicks without a key going down here; a hand on a mouse never does.
    return detail === 0 ? key !== false : pointer === true
  }
}
