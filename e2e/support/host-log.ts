import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { World } from '../../demo/world/index'
import { networks } from '../../src/core/networks/networks'
import { extensionId } from '../extension-id'
import { isFirefox } from './driven'

/**
 * Every request that Farthing's worker and pages make in any test, by the browser's own log of the network (Chromium's NetLog, in
 * which each request says who began it). No test has to be asked, and no request can be made beside it.
 */

const folder = resolve(isFirefox ? 'test-results/firefox/hosts' : 'test-results/hosts')
const logOf = (profile: string): string => `${profile}.net-log.json`

/** What makes a browser keep that log, beside the profile. */
export const hostLogFlag = (profile: string): string => `--log-net-log=${logOf(profile)}`

const begunByFarthing = new RegExp(`"initiator":"chrome-extension://${extensionId}"[^\\n]*?"url":"([^"]+)"`)

/** Whom Farthing has asked in a Chromium that has quit. */
export async function hostsOf(profile: string): Promise<ReadonlySet<string>> {
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
  return hosts
}

/** Whom a browser's extension has asked is put with the others. */
export const keepHosts = (hosts: ReadonlySet<string>): Promise<void> => put({ hosts: [...hosts] })

/** Who is who in this world: its addresses change with every run. What a wallet has no business with has a role as well. */
export async function keepRoles(world: World): Promise<void> {
  const { chain, facilitator, control, newspaper, partner, guestBook } = world
  await nameServer(chain.endpoint, 'the chain endpoint that the reader chose')
  await nameServer(newspaper, 'a seller: The Lantern')
  await nameServer(partner, 'a seller: The Harbour Review')
  await nameServer(guestBook, 'a seller: The Guest Book')
  await nameServer(chain.direct, 'the chain, past its endpoint')
  await nameServer(facilitator, 'the facilitator, which sellers ask')
  await nameHost(tipService(world), 'the payment service for tips')
  await nameServer(control, 'the controls of the tests')
}

/** The facilitator under another name: who brings tips to the chain, because the reader says so, and what sellers ask are told apart. */
export const tipService = ({ facilitator }: World): string => facilitator.replace('127.0.0.1', 'tips.localhost')

/** Everybody who listens on this machine in a test says who they are. @param url any address of it: its port counts, whatever name it is called by */
export const nameServer = (url: string, role: string): Promise<void> => put({ roles: { [portOf(url)]: role } })

/** The same for one name only. */
export const nameHost = (url: string, role: string): Promise<void> => put({ roles: { [new URL(url).host]: role } })

const portOf = (url: string): string => `:${new URL(url).port}`

async function put(seen: Seen): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${randomUUID()}.json`), JSON.stringify(seen))
}

interface Seen {
  readonly hosts?: readonly string[]
  readonly roles?: Readonly<Record<string, string>>
}

/** Whom Farthing asked in this run, each by what it is: by all that it was, where one server has come after another on a port. */
export async function contacted(): Promise<readonly (readonly string[])[]> {
  const files = await readdir(folder).catch(() => [])
  const all = await Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as Seen))
  const roles = all.flatMap((seen) => Object.entries(seen.roles ?? {}))
  const rolesOf = (host: string): readonly string[] => {
    const known = roles.filter(([name]) => name === host || name === portOf(`http://${host}`)).map(([, role]) => role)
    return known.length === 0 ? [strangerOf(host)] : known
  }
  return [...new Set(all.flatMap((seen) => seen.hosts ?? []))].map(rolesOf)
}

/** Who has not said who they are is called by name. */
function strangerOf(host: string): string {
  return networks.some(({ defaultEndpoint }) => new URL(defaultEndpoint).host === host) ? `the chain endpoint that is shipped: ${host}` : host
}
