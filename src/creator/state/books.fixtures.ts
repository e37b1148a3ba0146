import { openDatabase, type Database } from './database'

/** Books that several instances of a shop share, on one of the two databases. */
export interface Books {
  /** As one instance opens them. */
  readonly open: () => Promise<Database>
  readonly close: () => Promise<void>
}

/** PGlite is one program's: its instances share what is opened once. */
export async function embedded(): Promise<Books> {
  const database = await openDatabase('memory://')
  return { open: async () => ({ ...database, close: async () => undefined }), close: () => database.close() }
}

/** On a server: each instance with connections of its own. */
export async function served(url: string): Promise<Books> {
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
