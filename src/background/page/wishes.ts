import { addWish, countWishes, removeWish, type Wish } from '../../core/protocols/named/wishes'
import type { WishedSite } from '../../messaging/views'
import type { Keepsakes } from '../../store/keepsakes'
import type { OpenBooks } from '../books'

/** Where the reader would have paid for a single article that is sold to subscribers only. Nothing of it leaves the device. */
export class Wishes {
  readonly #open: OpenBooks

  constructor(open: OpenBooks) {
    this.#open = open
  }

  /** Whether this site was noted on this day; null while locked. */
  async has({ site, at }: Wish): Promise<boolean | null> {
    const value = await this.#value()
    if (value === null) return null
    return ((await value.read())?.wishes ?? []).some((wish) => wish.site === site && wish.at === at)
  }

  /** Most wished for first; null while locked. */
  async sites(): Promise<readonly WishedSite[] | null> {
    const value = await this.#value()
    if (value === null) return null
    return [...countWishes((await value.read())?.wishes ?? [])].map(([site, days]) => ({ site, days }))
  }

  /** False while locked: nothing was noted. */
  add(wish: Wish): Promise<boolean> {
    return this.#change((wishes) => addWish(wishes, wish))
  }

  undo(wish: Wish): Promise<boolean> {
    return this.#change((wishes) => removeWish(wishes, wish))
  }

  forget(): Promise<boolean> {
    return this.#change(() => [])
  }

  async #change(next: (wishes: readonly Wish[]) => readonly Wish[]): Promise<boolean> {
    const value = await this.#value()
    await value?.change((current) => {
      const wishes = [...next(current?.wishes ?? [])]
      return wishes.length === 0 ? null : { wishes }
    })
    return value !== null
  }

  async #value(): Promise<Keepsakes['wishes'] | null> {
    return (await this.#open())?.keepsakes.wishes ?? null
  }
}
