import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { creatorFolder } from '../../../scripts/creator'
import type { Address } from '../../../src/core/hex'
import { buildSite } from '../../../src/creator/sealed/build/build'
import { generateServiceKey, readServiceKey, type KeyService as NamedService } from '../../../src/creator/sealed/service-key'
import { Memory } from '../../../src/creator/sealed/service/memory'
import { serve } from '../../../src/creator/sealed/service/serve'
import { openKeyService } from '../../../src/creator/sealed/service/service'
import { listen } from '../../world/listen'

/** The author's own folder: everything in full. */
export const pages = fileURLToPath(new URL('./pages', import.meta.url))

/** A key service on loopback, for any number of authors. */
export interface Keys extends NamedService {
  stop(): Promise<void>
}

/** @throws the error of `listen` */
export async function startKeys({ facilitator, endpoint }: { readonly facilitator: string; readonly endpoint: string }): Promise<Keys> {
  const key = await readServiceKey(await generateServiceKey())
  const service = openKeyService({ key, network: 'eip155:31337', facilitator, endpoint, memory: await Memory.open() })
  const served = await serve(service, { host: '127.0.0.1', port: 0, behindProxy: false })
  return { address: `http://keys.localhost:${served.port}`, publicKey: key.publicKey, stop: served.close }
}

export interface StaticSite {
  /** Without a path. */
  readonly url: string
  /** What is published. */
  readonly folder: string
  /** Loses one of its files. */
  remove(path: string): Promise<void>
  stop(): Promise<void>
}

export interface StaticSiteOptions {
  /** First label of its name under `localhost`. */
  readonly name?: string
  readonly payTo: Address
  /** Atomic units, for tags that name no price. */
  readonly price: bigint
  readonly services: readonly [NamedService, ...NamedService[]]
}

/** Builds The Repair Stand as its author would, and puts the result on loopback, behind nothing but a server of files. */
export async function startStaticSite({ name = 'stand', ...selling }: StaticSiteOptions): Promise<StaticSite> {
  const place = await mkdtemp(join(tmpdir(), 'farthing-static-'))
  const folder = join(place, 'dist')
  const server = await listen(filesOf(folder))
  const url = `http://${name}.localhost:${server.port}`
  const stop = async (): Promise<void> => {
    await server.close()
    await rm(place, { recursive: true, force: true })
  }
  const built = await buildSite({ source: pages, out: folder, memory: place, site: new URL(`${url}/`), network: 'eip155:31337', until: null, ...selling })
  if (built.type === 'refused') {
    await stop()
    throw new Error(JSON.stringify(built.faults))
  }
  const script = join(creatorFolder, 'pay-wall.js')
  if (existsSync(script)) await copyFile(script, join(folder, 'pay-wall.js'))
  return { url, folder, remove: (path) => rm(join(folder, path)), stop }
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.xml': 'application/atom+xml; charset=utf-8' }

/** What any static host does: files by their names, pages also without theirs. */
const filesOf =
  (folder: string): RequestListener =>
  (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = /^(?:\/[\w.-]+)+$/.test(pathname) && !pathname.includes('..') ? pathname : '/index'
    const file = join(folder, extname(path) === '' ? `${path}.html` : path)
    readFile(file).then(
      (body) => response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'public, max-age=60' }).end(body),
      () => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found'),
    )
  }
