import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { World } from '../../demo/world/index'
import { networks } from '../../src/core/networks/networks'
import { extensionId } from '../extension-id'

/**
 * Every request that Farthing's worker and pages make in any test, by the browser's own log of the network (Chromium's NetLog, in
 * which each request says who began it). No test has to be asked, and no request can be made beside it.
 */

const folder = resolve('test-results/hosts')
const logOf = (profile: string): string => `${profile}.net-log.json`

/** What makes a browser keep that log, beside the profile. */
export const hostLogFlag = (profile: string): string => `--log-net-log=${logOf(profile)}`

const begunByFarthing = new RegExp(`"initiator":"chrome-extension://${extensionId}"[^\\n]*?"url":"([^"]+)"`)

/** After the browser has quit: whom it asked is put with the others. */
export async function keepHosts(profile: string): Promise<void> {
  const hosts = new Set<string>()
  try {
    for await (const line of createInterface({ input: createReadStream(logOf(profile)) })) {
      const [, url] = begunByFarthing.exec(line) ?? []
      if (url !== undefined && /^(https?|wss?):/.test(url)) hosts.add(new URL(url).host)
    }
  } catch {
    // This browser was ended in a way that left no log.
  }
  await rm(logOf(profile), { force: true })
  await put({ hosts: [...hosts] })
}

/** Who is who in this world: its addresses change with every run. */
export async function keepRoles({ chain, facilitator, control }: World): Promise<void> {
  const at = (url: string): string => new URL(url).host
  await put({ roles: { [at(chain.endpoint)]: 'the chain endpoint that the reader chose', [at(chain.direct)]: 'chain, not by its endpoint', [at(facilitator)]: 'the payment service for tips', [at(control)]: 'control of the tests' } })
}

async function put(seen: Seen): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${randomUUID()}.json`), JSON.stringify(seen))
}

interface Seen {
  readonly hosts?: readonly string[]
  readonly roles?: Readonly<Record<string, string>>
}

/** Whom Farthing asked in this run, each by what it is. */
export async function contacted(): Promise<readonly string[]> {
  const files = await readdir(folder).catch(() => [])
  const all = await Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as Seen))
  const roles = new Map(all.flatMap((seen) => Object.entries(seen.roles ?? {})))
  return [...new Set(all.flatMap((seen) => seen.hosts ?? []).map((host) => roles.get(host) ?? roleOf(host)))].sort()
}

/** Whoever sells in a test is on this machine, under a name and at a port of its own. Anybody else is called by name. */
function roleOf(host: string): string {
  if (/^(127\.0\.0\.1|(.+\.)?localhost)(:\d+)?$/.test(host)) return 'a seller'
  return networks.some(({ defaultEndpoint }) => new URL(defaultEndpoint).host === host) ? `the chain endpoint that is shipped: ${host}` : host
}
