import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { listener } from './node'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** What comes of an answer behind a server of Node's. */
async function received(answer: () => Response): Promise<IncomingMessage> {
  server = createServer(listener(answer, 'http://ada.example')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const asked = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent: false })
  const [message] = (await once(asked, 'response')) as [IncomingMessage]
  return message
}

/** A body without end. @param made counts its pieces */
const endless = (made: { count: number; isLeft: boolean }): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: (controller) => {
      made.count += 1
      controller.enqueue(new Uint8Array(64 * 1024))
    },
    cancel: () => {
      made.isLeft = true
    },
  })

describe('an answer on a server of Node’s', () => {
  it('arrives as it is, cookie by cookie', async () => {
    const headers = new Headers({ 'X-Own': 'kept' })
    for (const name of ['a', 'b']) headers.append('Set-Cookie', `${name}=1`)
    const message = await received(() => new Response('x'.repeat(300_000), { status: 402, headers }))
    const pieces: Buffer[] = []
    for await (const piece of message) pieces.push(piece as Buffer)
    expect(Buffer.concat(pieces).toString()).toBe('x'.repeat(300_000))
    expect([message.statusCode, message.headers['set-cookie'], message.headers['x-own']]).toEqual([402, ['a=1', 'b=1'], 'kept'])
  })

  it('is read no faster than it is taken, and no more of it once nobody takes it', async () => {
    const made = { count: 0, isLeft: false }
    const message = await received(() => new Response(endless(made)))
    await vi.waitFor(() => expect(made.count).toBeGreaterThan(2))
    await vi.waitFor(() => {
      const before = made.count
      return new Promise<void>((resolve, reject) => setTimeout(() => (made.count === before ? resolve() : reject(new Error('it goes on'))), 30))
    }, 5_000)
    expect(made.count).toBeLessThan(1_000)
    message.destroy()
    await vi.waitFor(() => expect(made.isLeft).toBe(true))
  })

  it('that breaks off ends the connection: nobody takes half of it for all of it', async () => {
    let pieces = 0
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      if (++pieces > 40) throw new Error('broken')
      controller.enqueue(new Uint8Array(64 * 1024))
    }
    const message = await received(() => new Response(new ReadableStream({ pull })))
    await expect(async () => {
      for await (const piece of message) expect((piece as Buffer).length).toBeGreaterThan(0)
    }).rejects.toThrow('aborted')
  })
})
