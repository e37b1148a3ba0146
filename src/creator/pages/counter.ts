import type { Item } from '../till/item'
import type { Till } from '../till/till'
import type { Cut, Part } from './cut'
import type { Cuts } from './cuts'
import { partAddress } from './place'

/** Where the pages of a shop sell. */
export interface Counter {
  /** The shop's name, as readers know it. */
  readonly name: string
  /** Of the site, as readers see it. */
  readonly origin: string
  readonly till: Till
  readonly cuts: Cuts
  /** Tells the author something that harms nobody. */
  advise(sentence: string): void
}

/** The parts of a page as the till knows them: by where the shop itself has found them. */
export const itemsOf = (cut: Cut, place: string, origin: string): readonly { readonly part: Part; readonly item: Item }[] =>
  cut.parts.map((part) => ({
    part,
    item: {
      id: `${place}#${part.number}`,
      kind: 'article',
      title: part.title,
      prices: [part.price],
      url: origin + partAddress(place, part.number),
      page: origin + place,
    },
  }))

/** A page is opened by what the browser keeps, and not by a payment or a sign-in: those are for the one part that asked for them. */
export const onlyCookies = (request: Request): Request => new Request(request.url, { headers: { Cookie: request.headers.get('cookie') ?? '' } })
