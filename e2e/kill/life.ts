import { IDBKeyRange } from 'fake-indexeddb'
import { setImmediate as turn } from 'node:timers/promises'
import { createContext, runInContext, type Script } from 'node:vm'
import { err, ok, type Result } from '../../src/core/result'
import type { Agenda } from './agenda'
import type { Clock } from './clock'
import type { Gate } from './gate'
import { MortalDatabase } from './mortal-database'
import type { Stillness } from './stillness'

/** What one life of the worker lives on. */
export interface Ground {
  readonly gate: Gate
  readonly clock: Clock
  readonly stillness: Stillness
  readonly agenda: Agenda
  readonly disk: IDBFactory
}

/** What the worker reaches the outside with. */
export interface Outside {
  readonly browser: object
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>
}

type Listener = (...details: unknown[]) => unknown

/** Time as the wallet's clock has it. Runs in the worker's realm, where `now` is given. */
const shiftedDate = `
  self = globalThis
  Date = class extends Date {
    constructor(...given) { if (given.length === 0) super(now()); else super(...given) }
    static now() { return now() }
  }`

let lives = 0

/** One life of the worker, from its start until it is killed. The dead do nothing and hear nothing. */
export class Life {
  readonly #ground: Ground
  readonly #database: MortalDatabase
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #timers = new Set<string>()
  readonly #name = ++lives
  #dead = false
  #timersSet = 0
  /** Called when this life ends. */
  readonly #mourners: (() => void)[] = []

  constructor(ground: Ground) {
    this.#ground = ground
    this.#database = new MortalDatabase(ground.disk, {
      isDead: () => this.isDead(),
      point: (name) => ground.gate.point(name),
      begin: () => ground.stillness.begin(),
      journalled: (events) => ground.gate.journalled(events),
    })
  }

  isDead(): boolean {
    return this.#dead
  }

  /** Runs the worker's program, which adds its listeners. */
  start(program: Script, outside: (life: Life) => Outside): void {
    const { clock } = this.#ground
    const { browser, fetch } = outside(this)
    const born = clock.now()
    const realm = createContext({
      browser,
      fetch,
      now: () => clock.now(),
      performance: { now: () => clock.now() - born },
      setTimeout: (run: () => void, ms?: number) => this.#setTimer(run, ms ?? 0),
      clearTimeout: (timer: unknown) => this.#clearTimer(timer),
      addEventListener: (name: string, listener: Listener) => this.event(name).addListener(listener),
      indexedDB: this.#database.factory,
      IDBKeyRange,
      ...platform,
    })
    runInContext(shiftedDate, realm)
    program.runInContext(realm)
  }

  kill(): void {
    if (this.#dead) return
    this.#dead = true
    for (const timer of this.#timers) this.#ground.agenda.drop(timer)
    this.#database.die()
    for (const mourn of this.#mourners.splice(0)) mourn()
  }

  onDeath(mourn: () => void): void {
    this.#mourners.push(mourn)
  }

  /** One event of the browser, as the worker adds listeners to it. */
  event(name: string) {
    const listeners = new Set<Listener>()
    this.#listeners.set(name, listeners)
    return {
      addListener: (listener: Listener): void => void listeners.add(listener),
      removeListener: (listener: Listener): void => void listeners.delete(listener),
    }
  }

  /** What the listeners of an event return. */
  hear(name: string, details: readonly unknown[]): readonly unknown[] {
    if (this.#dead) return []
    return [...(this.#listeners.get(name) ?? [])].map((listener) => listener(...details))
  }

  /** An effect on the outside, with a point before and one after it. What the dead wait for never comes. */
  async effect<T>(name: string, act: () => T | Promise<T>): Promise<T> {
    const { gate, stillness } = this.#ground
    if (!this.isDead()) gate.point(name)
    if (this.isDead()) return never()
    const end = stillness.begin()
    const done = await this.#carryOut(act)
    end()
    if (!this.isDead()) gate.point(`${name}, done`)
    if (this.isDead()) return never()
    if (!done.ok) throw done.error
    return done.value
  }

  async #carryOut<T>(act: () => T | Promise<T>): Promise<Result<T, unknown>> {
    // As far away as the browser's own process is: other tasks come in between.
    await turn()
    if (this.isDead()) return err('dead')
    try {
      return ok(await act())
    } catch (fault) {
      return err(fault)
    }
  }

  #setTimer(run: () => void, ms: number): string {
    const name = `timer ${this.#name}.${(this.#timersSet += 1)}`
    if (this.isDead()) return name
    this.#timers.add(name)
    const fire = (): void => {
      this.#timers.delete(name)
      this.#ground.gate.point('timer')
      if (!this.isDead()) run()
    }
    this.#ground.agenda.set(name, { at: this.#ground.clock.now() + ms, run: fire })
    return name
  }

  #clearTimer(timer: unknown): void {
    if (typeof timer !== 'string') return
    this.#timers.delete(timer)
    this.#ground.agenda.drop(timer)
  }
}

const never = <T>(): Promise<T> => new Promise(() => undefined)

/** What a worker finds in its realm beside the language itself. */
const platform = {
  AbortController,
  AbortSignal,
  CustomEvent,
  Event,
  EventTarget,
  Headers,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  atob,
  btoa,
  console,
  crypto,
  queueMicrotask,
  structuredClone,
  navigator: { language: 'en-US', languages: ['en-US'] },
}
