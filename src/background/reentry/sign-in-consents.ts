import type { Keepsakes } from '../../store/keepsakes'
import type { OpenBooks } from '../books'

/** The most sites whose answer is remembered; the oldest is asked about again. */
const most = 500

/** Which sites may be told who is back. A site is an origin. What is unknown has not been asked. */
export class SignInConsents {
  readonly #open: OpenBooks

  constructor(open: OpenBooks) {
    this.#open = open
  }

  async of(site: string): Promise<'allowed' | 'denied' | 'unknown'> {
    const known = (await this.all()).find((one) => one.site === site)
    if (known === undefined) return 'unknown'
    return known.allowed ? 'allowed' : 'denied'
  }

  /** Oldest first; empty while locked. */
  async all(): Promise<readonly { readonly site: string; readonly allowed: boolean }[]> {
    return (await (await this.#value())?.read())?.sites ?? []
  }

  async set(site: string, allowed: boolean): Promise<void> {
    await this.#change((sites) => [...sites.filter((one) => one.site !== site), { site, allowed }].slice(-most))
  }

  async forget(site: string): Promise<void> {
    await this.#change((sites) => sites.filter((one) => one.site !== site))
  }

  async #change(next: (sites: readonly { readonly site: string; readonly allowed: boolean }[]) => { site: string; allowed: boolean }[]): Promise<void> {
    await (await this.#value())?.change((current) => ({ sites: next(current?.sites ?? []) }))
  }

  async #value(): Promise<Keepsakes['signIns'] | null> {
    return (await this.#open())?.keepsakes.signIns ?? null
  }
}
