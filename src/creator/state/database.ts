import { PGlite } from '@electric-sql/pglite'
import postgres from 'postgres'
import { migrate } from './migrate'

/** What a query may carry. `bigint` goes as text: columns of money are `numeric`. */
export type Parameter = string | number | bigint | boolean | Date | null

/** Runs SQL. Parameters are `$1`, `$2` …, never part of the text. */
export interface Queries {
  query<Row extends object>(text: string, parameters?: readonly Parameter[]): Promise<readonly Row[]>
}

/** Where a shop keeps what it has to know. The same SQL, whichever is behind it. */
export interface Database extends Queries {
  /** Either all of it is written, or nothing. */
  transaction<T>(run: (queries: Queries) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** How many connections one instance keeps to a server. */
const connections = 8
/** Seconds in which a server has to answer a first time. */
const connectTimeout = 10

/**
 * Opens the shop's books and brings them up to date.
 * @param where `postgres://…` for a server, which several instances may share; else the path of a folder, which one program uses at
 * a time; `memory://` for nothing that stays
 * @throws what the database says where it cannot be opened, or is newer than this program
 */
export async function openDatabase(where: string): Promise<Database> {
  const database = /^postgres(ql)?:\/\//.test(where) ? openServer(where) : await openFolder(where)
  try {
    await migrate(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

function openServer(url: string): Database {
  // Numbers that do not fit a float come as text anyway; dates are read as dates by both.
  const sql = postgres(url, { max: connections, connect_timeout: connectTimeout, onnotice: () => undefined })
  const within = (some: postgres.Sql | postgres.TransactionSql): Queries => ({
    query: async <Row extends object>(text: string, parameters: readonly Parameter[] = []) => [...(await some.unsafe<Row[]>(text, parameters.map(spell)))],
  })
  return {
    ...within(sql),
    transaction: async <T>(run: (queries: Queries) => Promise<T>) => (await sql.begin(async (some) => ({ done: await run(within(some)) }))).done,
    close: () => sql.end({ timeout: connectTimeout }),
  }
}

async function openFolder(path: string): Promise<Database> {
  const lite = await PGlite.create(path)
  const within = (some: Pick<PGlite, 'query'>): Queries => ({
    query: async <Row extends object>(text: string, parameters: readonly Parameter[] = []) => (await some.query<Row>(text, parameters.map(spell))).rows,
  })
  return {
    ...within(lite),
    transaction: (run) => lite.transaction((some) => run(within(some))),
    close: () => lite.close(),
  }
}

const spell = (value: Parameter): string | number | boolean | Date | null => (typeof value === 'bigint' ? value.toString() : value)
