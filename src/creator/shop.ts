import { readFile } from 'node:fs/promises'
import { openDesk } from './desk/open'
import type { Routes, ShopOptions } from './options'
import type { Counter } from './pages/counter'
import { Cuts } from './pages/cuts'
import { answerEverybody } from './pages/everybody'
import { fileRoutes, type ReadScript } from './pages/files'
import { answerPart } from './pages/parts'
import { brokenPage } from './pages/people'
import { Refused, type Site } from './pages/site'
import { openRefunds } from './refunds/open'
import type { Refunds } from './refunds/refunds'
import { refundRoutes } from './refunds/routes'
import { openDatabase, type Database } from './state/database'
import { createTill } from './till/create'
import type { Till } from './till/till'
import { tipRoutes } from './tips/routes'

/** A site that sells what its author has marked. */
export interface Shop {
  /** Of the site, as readers see it. */
  readonly origin: string
  /**
   * Answers a request to the site.
   * @param site the author's own site. It is asked with requests of the shop's as well, and its answers are never passed on uncut
   */
  handle(request: Request, site: Site): Promise<Response>
  /** An address that opens the seller's desk once, within fifteen minutes. For the seller's eyes alone. */
  deskLink(): Promise<string>
  /** Lets go of the books. */
  close(): Promise<void>
}

/** What can be put in for what a shop has by itself. */
export interface Parts {
  readonly till?: Till
  readonly database?: Database
  readonly scripts?: ReadScript
}

/**
 * Opens a shop: its books, its till, and everything it answers.
 * @throws where the options cannot be meant, or the books cannot be opened
 */
export async function openShop(options: ShopOptions, parts: Parts = {}): Promise<Shop> {
  const database = parts.database ?? (await openDatabase(options.books))
  try {
    const till = parts.till ?? createTill(options, database)
    const refunds = openRefunds(options, options.refunds ?? noPromise, database)
    const desk = openDesk(options, refunds, database)
    const routes = [...ownRoutes(options, parts, till, refunds), desk.routes]
    return { origin: new URL(options.origin).origin, handle: handler(options, till, routes), deskLink: desk.link, close: () => database.close() }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Where nothing is promised nothing is asked for either. */
const noPromise = { windowSeconds: 0, partialRefunds: false } as const

/** What the shop answers to readers itself, in this order. */
function ownRoutes(options: ShopOptions, { scripts = readBuilt }: Parts, till: Till, refunds: Refunds): readonly Routes[] {
  const { tips, refunds: terms } = options
  return [
    fileRoutes(scripts),
    ...(tips === undefined ? [] : [tipRoutes(options, tips, till)]),
    ...(terms === undefined ? [] : [refundRoutes(options, terms, refunds)]),
  ]
}

function handler(options: ShopOptions, till: Till, routes: readonly Routes[]): Shop['handle'] {
  const log = options.log ?? ((line: string) => process.stderr.write(`farthing: ${line}\n`))
  const advised = new Set<string>()
  const { origin } = new URL(options.origin)
  const counter: Counter = {
    name: options.name,
    origin,
    till,
    cuts: new Cuts(origin),
    advise: (sentence) => {
      if (advised.size > 1000 || advised.has(sentence)) return
      advised.add(sentence)
      log(sentence)
    },
  }
  return async (request, site) => {
    try {
      for (const route of routes) {
        const answer = await route(request)
        if (answer !== null) return answer
      }
      return (await answerPart(request, site, counter)) ?? (await answerEverybody(request, site, counter))
    } catch (error) {
      log(`${request.method} ${new URL(request.url).pathname}: ${error instanceof Refused ? error.message : String(error)}`)
      const broken = brokenPage()
      return request.method === 'HEAD' ? new Response(null, broken) : broken
    }
  }
}

/** The scripts beside this program, as they are built. */
const readBuilt: ReadScript = async (name) => {
  for (const folder of ['./', '../', '../../dist/creator/']) {
    try {
      return await readFile(new URL(folder + name, import.meta.url), 'utf8')
    } catch {
      // Elsewhere, or not built.
    }
  }
  return null
}

