import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { findPostgres } from '../../scripts/postgres.mjs'
import { adopt } from './child'
import { loopback } from './listen'

/** A PostgreSQL server of one's own, with nothing in it. */
export interface Postgres {
  readonly url: string
  /** Ends it as a loss of power would, and begins again where it was. */
  readonly crash: () => Promise<void>
  readonly start: () => Promise<void>
  /** Throws away all that is in it. */
  readonly stop: () => Promise<void>
}

const owner = 'farthing'

/**
 * Starts a PostgreSQL server with its files in a temporary folder.
 * @returns null where it is not installed
 */
export async function startPostgres(): Promise<Postgres | null> {
  const programs = findPostgres()
  if (programs === null) return null
  const folder = await mkdtemp(join(tmpdir(), 'farthing-postgres-'))
  const as = await whom()
  if (as !== null) await chown(folder, as.uid, as.gid)
  // Nothing in it has to survive a loss of power.
  const first = ['-D', folder, '-U', owner, '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']
  await promisify(execFile)(join(programs, 'initdb'), first, { ...as, cwd: folder })
  const port = await freePort()
  const options = ['-D', folder, '-k', folder, '-h', loopback, '-p', String(port), '-c', 'fsync=off', '-c', 'log_min_messages=log']
  const run = async (): Promise<ChildProcess> => {
    const child = adopt(spawn(join(programs, 'postgres'), options, { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }))
    await ready(child.stderr, once(child, 'exit'))
    return child
  }
  let server: ChildProcess | null = await run()
  const end = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    if (server === null) return
    const gone = once(server, 'exit')
    server.kill(signal)
    server = null
    await gone
  }
  return {
    url: `postgres://${owner}@${loopback}:${port}/postgres`,
    crash: () => end('SIGQUIT'),
    start: async () => {
      server = await run()
    },
    stop: async () => {
      // Without waiting for those who are connected.
      await end('SIGINT')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function ready(log: NodeJS.ReadableStream, gone: Promise<unknown>): Promise<void> {
  const lines: string[] = []
  const started = new Promise<void>((resolve) => {
    // Listening on goes on after the answer: an unread pipe would fill up and stop the server.
    createInterface({ input: log }).on('line', (line) => {
      if (lines.length < 50) lines.push(line)
      if (line.includes('database system is ready to accept connections')) resolve()
    })
  })
  await Promise.race([started, gone.then(() => Promise.reject(new Error(`PostgreSQL did not start:\n${lines.join('\n')}`)))])
}

/** It refuses to run as root: then as the user whom Debian's package makes for it, or as nobody. */
async function whom(): Promise<{ readonly uid: number; readonly gid: number } | null> {
  if (process.getuid?.() !== 0) return null
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const user = ['postgres', 'nobody'].map((name) => users.find(([known]) => known === name)).find((found) => found !== undefined)
  return user === undefined ? null : { uid: Number(user[2]), gid: Number(user[3]) }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, loopback)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
