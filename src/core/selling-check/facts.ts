import * as v from 'valibot'
import { longestTerms } from '../dispute/well-known'
import { longestBody } from '../protocols/dialect'
import { knownHeaders } from './heard'

/** More of a thing than any page has that somebody wrote. */
const many = 1000

const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
const address = v.pipe(text(8192), v.url())
const status = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999))
/** Longer than any that a server sends and a browser takes. */
const header = v.optional(text(256 * 1024))
const headers = v.strictObject(v.entriesFromList(knownHeaders, header))

/** Something a page offers for money. `price` as the tag says it, "0.10"; null where it does not. */
const forSale = v.strictObject({ kind: v.picklist(['part', 'tip', 'page']), address, price: v.nullable(text(100)) })

/** An answer, without its text. Null where none came. */
const aside = v.nullable(v.strictObject({ status, headers, length: v.number(), isBlank: v.boolean(), isWhole: v.boolean() }))

/** What a seller answers to somebody who has not paid: everything that is to be judged of it. */
export const sellerFacts = v.strictObject({
  forSale,
  /** The page on which it is sold. */
  page: address,
  /** As a program asks; null where nothing was answered. `body` is JSON, where it is. */
  plain: v.nullable(v.strictObject({ status, headers, body: v.nullable(text(longestBody)) })),
  /** The other ways to ask; null where the first answer was no price. */
  beside: v.nullable(
    v.strictObject({
      ...v.entriesFromList(['person', 'head', 'conditional', 'range', 'preflight'], aside),
      /** What is said for all of the site about disputes; null where nothing. */
      wellKnown: v.nullable(text(longestTerms)),
    }),
  ),
})

const list = <T extends v.GenericSchema>(of: T) => v.pipe(v.array(of), v.maxLength(many), v.readonly())
const href = text(8192)

/** What there is in a page, whoever has read it. Texts are as they stand in it. */
const inPage = v.strictObject({
  /** The `<pay-wall>`s, in order; `links`: where the links in one lead. */
  tags: list(v.strictObject({ src: v.nullable(href), price: v.nullable(text(100)), className: text(8192), links: list(href) })),
  /** Where links for tips (`rel=payment`) lead. */
  tips: list(href),
  accounts: v.strictObject({
    /** Whether the script that gives the tag for tips its buttons is loaded. */
    hasTipScript: v.boolean(),
    /** The `ethereum:` links, in order. */
    links: list(v.strictObject({ href, isInTag: v.boolean() })),
  }),
  /** Blocks of JSON-LD. */
  linkedData: list(text(256 * 1024)),
  /** Of the whole page; empty where it does not say. */
  language: text(100),
  title: text(8192),
  /** Styles written on `html` and `body`. */
  rootStyles: list(text(8192)),
})

/** A page, and how it was answered. */
export const pageFacts = v.strictObject({ url: address, status, headers, isWhole: v.boolean(), inPage })

export type PageFacts = Readonly<v.InferOutput<typeof inPage>>
export type ForSale = Readonly<v.InferOutput<typeof forSale>>
export type Aside = v.InferOutput<typeof aside>
export type SellerFacts = Readonly<v.InferOutput<typeof sellerFacts>>
