import { startPostgres } from '../../../demo/world/postgres'
import { embedded, served, type Books } from './books.fixtures'

const server = await startPostgres()
if (server === null && process.env['CI'] !== undefined) throw new Error('PostgreSQL has to be installed where everything is tested.')
if (server === null) process.stderr.write('PostgreSQL is not installed here: what is tested on both databases is tested on PGlite only.\n')

/** For `describe.each`: name of a database, and books on it. One server a test file, which is stopped by `stopServer`. */
export const engines: readonly (readonly [string, () => Promise<Books>])[] = [['PGlite', embedded], ...(server === null ? [] : [['PostgreSQL', () => served(server.url)] as const])]

export const stopServer = async (): Promise<void> => server?.stop()
