import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as v from 'valibot'
import { adopt, end, firstLine } from './child'
import { loopback } from './listen'

/** A running facilitator. */
export interface FacilitatorProcess {
  readonly url: string
  readonly stop: () => Promise<void>
}

const ready = v.pipe(v.string(), v.parseJson(), v.object({ port: v.number() }))

/**
 * Starts the facilitator in its own process.
 * @param chain URL of the chain it settles on.
 * @param port 0 takes any free port.
 */
export async function startFacilitator(chain: string, port: number): Promise<FacilitatorProcess> {
  // Found from here and not from the folder the world was started in.
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const program = fileURLToPath(new URL('facilitator.ts', import.meta.url))
  const child = adopt(
    spawn(process.execPath, ['--import', tsx, program, chain, String(port)], { stdio: ['pipe', 'pipe', 'inherit'] }),
  )
  const line = await firstLine(child, 'the facilitator', (text) => {
    const parsed = v.safeParse(ready, text)
    return parsed.success ? parsed.output : undefined
  })
  return { url: `http://${loopback}:${line.port}`, stop: () => end(child) }
}
