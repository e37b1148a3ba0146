import type { Script } from 'node:vm'
import { Agenda } from '../agenda'
import type { Clock } from '../clock'
import type { Cookies } from '../cookies'
import { Gate, type Blow } from '../gate'
import { Life } from '../life'
import { Stillness } from '../stillness'
import { Wire, type Sending } from '../wire'
import { Alarms } from './alarms'
import { apiFor } from './api'
import { Area } from './areas'
import { Contents, type Declared } from './contents'
import { workerFetch } from './fetch'
import { Navigator } from './navigator'
import { Rules } from './rules'
import { Tabs, type Tab } from './tabs'
import { Time } from './time'

/** What a profile keeps while no browser runs. */
export interface Profile {
  readonly disk: IDBFactory
  readonly local: Area
  readonly cookies: Cookies
}

/** Nobody answers any more: the worker died meanwhile, or the browser is closed. */
export class PortClosed extends Error {}

/** Who sends a message to the worker, as the browser vouches for it. */
export type Sender = object

/** An extension's own documents have this origin. (An https one: Node gives `chrome-extension:` addresses none.) */
export const extension = { id: 'farthing', origin: 'https://farthing.invalid' } as const
export const ownDocument: Sender = { id: extension.id, url: `${extension.origin}/popup.html`, origin: extension.origin }

export interface BrowserOptions {
  readonly program: Script
  readonly clock: Clock
  readonly profile: Profile
  /** What the session holds from before, as after a reload of the extension. */
  readonly session: Readonly<Record<string, unknown>>
  readonly declared: Declared
}

/** A small model of a browser with the wallet in it. Only what the wallet uses is there, and as the wallet sees it. */
export class Browser {
  readonly gate = new Gate((blow) => this.#strike(blow))
  readonly stillness = new Stillness()
  readonly profile: Profile
  readonly tabs = new Tabs()
  readonly rules = new Rules()
  readonly clock: Clock
  readonly alarms: Alarms
  readonly contents: Contents
  readonly time: Time
  readonly navigator: Navigator
  session: Area
  /** False after the browser has died, until it is started again. */
  running = true
  /** Called before a request with a payment on it leaves. */
  onPayment: () => void = () => undefined
  readonly #program: Script
  readonly #timers = new Agenda()
  readonly #wires = new Set<Wire>()
  #life: Life | null = null

  constructor({ program, clock, profile, session, declared }: BrowserOptions) {
    this.#program = program
    this.profile = profile
    this.clock = clock
    this.session = new Area(session)
    const alarms = new Agenda()
    this.alarms = new Alarms(alarms, clock, (name) => this.fire('alarms.onAlarm', { name }))
    this.time = new Time({ clock, stillness: this.stillness, timers: this.#timers, alarms })
    this.contents = new Contents(this, declared)
    this.navigator = new Navigator(this)
  }

  /** The worker that lives now; one is started when there is none, as for any event. */
  worker(): Life {
    if (this.#life !== null && !this.#life.isDead()) return this.#life
    const { gate, clock, stillness, profile } = this
    const life = new Life({ gate, clock, stillness, agenda: this.#timers, disk: profile.disk })
    this.#life = life
    life.start(this.#program, () => ({ browser: apiFor(this, life), fetch: workerFetch(this, life) }))
    return life
  }

  /** Tells the worker of something. One that dies of hearing it is followed by another that hears it too. */
  fire(event: string, ...details: readonly unknown[]): void {
    this.gate.point(event)
    if (this.running) this.worker().hear(event, details)
  }

  /** Sends a message to the worker. @throws PortClosed */
  async send(message: unknown, sender: Sender): Promise<unknown> {
    this.gate.point('message')
    if (!this.running) throw new PortClosed()
    const life = this.worker()
    const closed = new Promise<never>((_, reject) => life.onDeath(() => reject(new PortClosed())))
    closed.catch(() => undefined)
    const [answer] = life.hear('runtime.onMessage', [structuredClone(message), sender]).filter((reply) => reply !== undefined)
    return Promise.race([Promise.resolve(answer), closed])
  }

  /** Sends a request, and remembers it until it is over, also when nobody waits for it any more. */
  leave(sending: Sending): Wire {
    const end = this.stillness.begin()
    if (sending.headers['payment-signature'] !== undefined) this.onPayment()
    const wire = new Wire(sending)
    this.#wires.add(wire)
    void wire.over.then(() => {
      this.#wires.delete(wire)
      end()
    })
    return wire
  }

  open(url: string): Tab {
    const tab = this.tabs.open(url)
    this.navigator.go(tab, url)
    return tab
  }

  /** The reader closes a tab; what it was loading is broken off. */
  closeTab(id: number, wireGoesOn = false): void {
    const tab = this.tabs.close(id)
    if (tab === null) return
    this.navigator.breakOff(tab, wireGoesOn)
    this.fire('tabs.onRemoved', id, { windowId: tab.windowId, isWindowClosing: false })
  }

  killWorker(wireGoesOn: boolean): void {
    this.#life?.kill()
    this.#life = null
    if (!wireGoesOn) for (const wire of this.#wires) if (!this.navigator.carries(wire)) wire.cut()
  }

  /** The whole browser is gone: with it the session, its tabs, rules and alarms. */
  killBrowser(wireGoesOn: boolean): void {
    this.killWorker(wireGoesOn)
    this.running = false
    for (const { id } of this.tabs.all()) {
      const tab = this.tabs.close(id)
      if (tab !== null) this.navigator.forget(tab, wireGoesOn)
    }
    this.session = new Area()
    this.rules.clear()
    this.alarms.agenda.clear()
  }

  /** The computer has a network again: a worker that sleeps is not woken by that. */
  online(): void {
    if (this.#life !== null && !this.#life.isDead()) this.fire('online')
  }

  /** The reader starts it again. The worker sleeps until something wakes it. */
  start(): void {
    this.running = true
  }

  /** The end of everything, when a run is over. */
  end(): void {
    this.gate.arm([])
    this.killBrowser(false)
  }

  #strike({ target, wireGoesOn }: Blow): void {
    if (target === 'worker') this.killWorker(wireGoesOn)
    else if (target === 'browser') this.killBrowser(wireGoesOn)
    else if (target === 'tab') this.closeTab(this.tabs.active()?.id ?? 0, wireGoesOn)
  }
}
