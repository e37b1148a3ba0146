import type { Database } from '../state/database'
import { openShop, type Shop } from '../shop'
import { PlayTill } from './till.fixtures'

export const origin = 'https://ada.example'
export const secret = 'the second sentence is what is sold here'
export const page = (inner = `<p>Free.</p><p data-paid>Dear reader, ${secret}.</p>`, more = '') =>
  `<!doctype html><html><head><title>Ferry</title></head><body><pay-wall price="0.10">${inner}</pay-wall>${more}<a href="#up">Up</a></body></html>`
export const html = (text: string, { status = 200, ...headers }: { status?: number } & Record<string, string | number> = {}): Response =>
  new Response(text, { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...(headers as Record<string, string>) } })

export const part = '/farthing/parts/1/ferry'
export const navigation = { 'Sec-Fetch-Dest': 'document', Accept: 'text/html,application/xhtml+xml' }
export const bought = (...ids: string[]) => ({ Cookie: `theme=dark; bought=${encodeURIComponent(ids.join(' '))}` })

/** A shop between its readers and an author's site. */
interface World {
  readonly till: PlayTill
  log: string[]
  /** What the author's site answers. */
  site: (request: Request) => Response | Promise<Response>
  /** What the author's site was asked. */
  readonly asked: Request[]
}

const newWorld = (): World => ({
  till: new PlayTill(),
  log: [],
  site: ({ url }) => (new URL(url).pathname === '/ferry' ? html(page()) : html('<h1>Nothing</h1>', { status: 404 })),
  asked: [],
})

export const world = newWorld()

let shop: Shop
const database: Database = { query: async () => [], transaction: async (run) => run(database), close: async () => undefined }

/** Before each test: nothing of the one before is left in it. Gives what lets go of it. */
export async function renewWorld(): Promise<() => Promise<void>> {
  Object.assign(world, newWorld())
  shop = await openShop(
    { name: 'Ada’s <Essays>', origin, payTo: `0x${'1'.repeat(40)}`, network: 'eip155:31337', facilitator: 'http://127.0.0.1:1', books: 'memory://', log: (line) => world.log.push(line) },
    { till: world.till, database, scripts: async (name) => `/* ${name} */` },
  )
  return () => shop.close()
}

export const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  shop.handle(new Request(origin + path, { method, headers }), async (request) => {
    world.asked.push(request)
    return world.site(request)
  })
