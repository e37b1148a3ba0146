/** What a blow hits. 'cut…' and 'hang' hit the next request that leaves, 'act' is any other change of the world. */
export type Target = 'worker' | 'browser' | 'tab' | Cut | 'act'

/** A network that fails: before the request has left, after the seller has done everything, or without any word. */
export type Cut = 'cut-before' | 'cut-after' | 'hang'

/** Something bad that happens at one point of a run. */
export interface Blow {
  readonly target: Target
  /** Counted since the blow before, or since the reader's yes: so many entries in the journal … */
  readonly after: number
  /** … and then so many points. */
  readonly plus: number
  /** What a dying worker or tab has on the wire still reaches the seller. */
  readonly wireGoesOn: boolean
  readonly act: (() => void) | null
}

const isCut = (target: Target): target is Cut => target === 'cut-before' || target === 'cut-after' || target === 'hang'

/** How points begin at which an entry of the journal was on disk; behind it stands of how many events. */
export const journalled = '== journalled'

/**
 * Every effect passes here, before and after it happens, and is numbered. Where the plan says so, the blow falls.
 * Points are counted from the last journal entry, so that a seed hits the same state however long things took.
 */
export class Gate {
  /** The names of all points, in order, with the blows among them: what is read when a run has failed. */
  readonly trace: string[] = []
  /** How many events the journal has on disk: several of them may be one entry. */
  events = 0
  #blows: Blow[] = []
  #journalled = 0
  #points = 0
  #cut: Cut | null = null
  readonly #strike: (blow: Blow) => void

  /** @param strike kills what is to be killed */
  constructor(strike: (blow: Blow) => void) {
    this.#strike = strike
  }

  /** From now on points count towards these blows, one after the other. */
  arm(blows: readonly Blow[]): void {
    this.#blows = [...blows]
    this.#restart()
  }

  /** One more point. */
  point(name: string): void {
    this.trace.push(name)
    const [blow] = this.#blows
    if (blow === undefined || this.#journalled < blow.after) return
    if (this.#points >= blow.plus) this.#fall(blow)
    else this.#points += 1
  }

  /** The journal has one more entry on disk. @param events of how many events */
  journalled(events: number): void {
    this.trace.push(`${journalled} ${events}`)
    this.events += events
    this.#journalled += 1
    if (this.#journalled <= (this.#blows[0]?.after ?? 0)) this.#points = 0
  }

  /** Whatever was to fall and has found no point falls now, one blow a call. False when there is none left. */
  fallNow(): boolean {
    const [blow] = this.#blows
    if (blow !== undefined) this.#fall(blow)
    return blow !== undefined
  }

  /** How the network fails for the request that is just leaving; null when it does not. */
  takeCut(): Cut | null {
    const cut = this.#cut
    this.#cut = null
    return cut
  }

  /** No request is cut any more. */
  lift(): void {
    this.#cut = null
  }

  #fall(blow: Blow): void {
    this.#blows.shift()
    this.#restart()
    this.trace.push(`>> ${blow.target}`)
    if (isCut(blow.target)) this.#cut = blow.target
    else if (blow.act !== null) blow.act()
    else this.#strike(blow)
  }

  #restart(): void {
    this.#journalled = 0
    this.#points = 0
  }
}
