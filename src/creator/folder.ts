import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { farthing } from './express'
import type { ShopOptions } from './options'
import { openShop, type Shop } from './shop'

export interface FolderOptions extends Omit<ShopOptions, 'origin' | 'name'> {
  /** Of pages, as any host of files would publish them; the books lie elsewhere. Names that begin with a dot are nobody's. */
  readonly folder: string
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Where it is read, behind whatever stands before it; null for this machine alone. */
  readonly origin: string | null
  /** What readers know it by; null for the name of its host. */
  readonly name: string | null
}

/** A folder of pages that is being sold. */
export interface ServedFolder {
  readonly origin: string
  readonly shop: Shop
  close(): Promise<void>
}

/** Bytes of all headers of one request. */
const longestHead = 64 * 1024

/** Puts a folder of pages on a port, and sells what is marked in them. @throws the error of `listen`, for example EADDRINUSE, and as `openShop` */
export async function serveFolder({ folder, host, port: wanted, origin: readAt, name, ...options }: FolderOptions): Promise<ServedFolder> {
  const server = createServer({ maxHeaderSize: longestHead })
  const port = await listen(server, host, wanted)
  const origin = readAt ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
  try {
    const shop = await openShop({ ...options, origin, name: name ?? new URL(origin).hostname })
    server.on('request', siteOf(shop, folder))
    return {
      origin,
      shop,
      close: async () => {
        await stop(server)
        await shop.close()
      },
    }
  } catch (error) {
    await stop(server)
    throw error
  }
}

function siteOf(shop: Shop, folder: string) {
  const app = express()
  app.disable('x-powered-by')
  app.use(farthing(shop, app))
  app.use(express.static(folder, { dotfiles: 'ignore', extensions: ['html'] }))
  return app
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, host, listening)
  })
  return (server.address() as AddressInfo).port
}

function stop(server: Server): Promise<void> {
  return new Promise((stopped) => {
    server.close(() => stopped())
    server.closeAllConnections()
  })
}
