import type { World } from '../../demo/world/index'
import { listen, loopback } from '../../demo/world/listen'
import { nameServer } from './host-log'

/** A chain endpoint that tells the truth, and remembers what it was asked. */
export interface ToldEndpoint {
  readonly url: string
  /** The body of every request, in small letters. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** @param role as it is called in e2e/hosts.txt */
export async function startToldEndpoint(world: World, role: string): Promise<ToldEndpoint> {
  const asked: string[] = []
  const { port, close } = await listen((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8')
      asked.push(body.toLowerCase())
      void fetch(world.chain.endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(
        async (answer) => response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text()),
        () => response.destroy(),
      )
    })
  })
  const url = `http://${loopback}:${String(port)}`
  await nameServer(url, role)
  return { url, asked, close }
}
