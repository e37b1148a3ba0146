import { startPostgres } from '../../../demo/world/postgres'
import { openDatabase, type Database } from './database'

/** Books that several instances of a shop share, on one of the two databases. */
export interface Books {
  /** As one instance opens them. */
  readonly open: () => Promise<Database>
  readonly close: () => Promise<void>
}

/** PGlite is one program's: its instances share what is opened once. */
async function embedded(): Promise<Books> {
  const database = await openDatabase('memory://')
  return { open: async () => ({ ...database, close: async () => undefined }), close: () => database.close() }
}

const server = await startPostgres()
if (server === null && process.env['CI'] !== undefined) throw new Error('PostgreSQL has to be installed where everything is tested.')
if (server === null) process.stderr.write('PostgreSQL is not installed here: what is tested on both databases is tested on PGlite only.\n')

/** On the server: each instance with connections of its own. */
async function served(url: string): Promise<Books> {
  const opened: Database[] = []
  return {
    open: async () => {
      const database = await openDatabase(url)
      opened.push(database)
      return database
    },
    close: async () => {
      for (const database of opened) await database.close()
    },
  }
}

/** For `describe.each`: name of a database, and books on it. One server a test file, which is stopped by `stopServer`. */
export const engines: readonly (readonly [string, () => Promise<Books>])[] = [['PGlite', embedded], ...(server === null ? [] : [['PostgreSQL', () => served(server.url)] as const])]

export const stopServer = async (): Promise<void> => server?.stop()
