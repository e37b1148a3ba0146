import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Everything in the world listens here and nowhere else. */
export const loopback = '127.0.0.1'

/** A server that is listening on loopback. */
export interface Listening {
  readonly port: number
  /** Stops listening and ends every open connection. */
  readonly close: () => Promise<void>
}

/**
 * Listens on loopback.
 * @param port 0 takes any free port.
 * @throws the error of `listen`, for example EADDRINUSE.
 */
export async function listen(handler: RequestListener, port = 0): Promise<Listening> {
  const server = createServer(handler)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, loopback, () => resolve())
  })
  return { port: (server.address() as AddressInfo).port, close: () => close(server) }
}

/** Listens on `port`, or on any free port when somebody else has it. */
export async function listenPreferably(handler: RequestListener, port: number): Promise<Listening> {
  try {
    return await listen(handler, port)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return listen(handler)
    throw error
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
