import type { DBCore, DBCoreKeyRange, DBCoreTable, DBCoreTransaction, Middleware } from 'dexie'
import { everyPayment, partOf, sumsOf, whileMade, wholePart } from './parts'
import type { HistoryChangeRow } from '../schema'

/** The history tells of what lies in these. */
const told = ['purchases', 'labels'] as const
/** And is kept in these. */
const kept = ['history', 'historyChanges'] as const
/** Lines of the export document tell of these, and are kept by the parts of the history. */
const written = [...told, 'disputes'] as const
const lines = 'exportLines'

type Told = (typeof told)[number]
type Written = (typeof written)[number]
const isTold = (table: string): table is Told => told.some((name) => name === table)
const isWritten = (table: string): table is Written => written.some((name) => name === table)

/**
 * Whoever writes a payment, or a label, leaves its id for the history in the same transaction, whatever else that is about:
 * nobody has to remember to. Where payments are taken away, what the history had of them goes in that transaction too; and so do
 * lines that were kept ready of whatever changes.
 */
export const noticeChanges: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'history',
  // Beneath everything of Dexie's own that looks at its current transaction.
  level: -10,
  create: (core) => ({
    ...core,
    transaction: (tables, mode, options) => core.transaction(mode === 'readwrite' && tables.some(isWritten) ? [...new Set([...tables, ...kept, lines, 'purchases'])] : tables, mode, options),
    table(name) {
      if (!isWritten(name)) return core.table(name)
      const dropping = dropsLines(name, core)
      return isTold(name) ? noticed(name, dropping, core) : dropping
    },
  }),
}

/**
 * Promises are chained as they come from Dexie, and not awaited: awaiting would lose the transaction that Dexie is in. The other
 * tables are looked for when something is written: a database that is being brought up to date has not all of them yet.
 */
function noticed(name: Told, table: DBCoreTable, core: DBCore): DBCoreTable {
  const note = (trans: DBCoreTransaction, values: readonly HistoryChangeRow[]) => core.table(kept[1]).mutate({ type: 'put', trans, values })
  return {
    ...table,
    mutate(request) {
      const { trans } = request
      switch (request.type) {
        case 'add':
        case 'put':
          return note(trans, together(request.values.map((row) => changeOf(name, row)))).then(() => table.mutate(request))
        case 'delete':
          return table
            .getMany({ trans, keys: request.keys })
            .then((rows) => rows.filter((row) => row !== undefined).map((row) => changeOf(name, row)))
            .then((values) => note(trans, values).then(() => core.table(kept[0]).mutate({ type: 'delete', trans, keys: name === 'purchases' ? partsOf(values).flatMap((part) => [part, sumsOf(part)]) : [] })))
            .then(() => table.mutate(request))
        case 'deleteRange':
          return note(trans, [{ table: name, id: everyPayment, part: -1 }])
            .then(() => core.table(kept[0]).mutate({ type: 'deleteRange', trans, range: everyKey }))
            .then(() => table.mutate(request))
      }
    },
  }
}

/** Lines go before what they tell of is written: no two transactions can come between. */
function dropsLines(name: Written, core: DBCore): DBCoreTable {
  const table = core.table(name)
  const drop = (trans: DBCoreTransaction, rows: readonly unknown[]) => core.table(lines).mutate({ type: 'delete', trans, keys: [...new Set(rows.filter(isPlaced).flatMap(({ order }) => [partOf(order), whileMade(partOf(order))]))] })
  const dropOf = (trans: DBCoreTransaction, keys: readonly string[]) => core.table('purchases').getMany({ trans, keys: [...keys] }).then((rows) => drop(trans, rows))
  return {
    ...table,
    mutate(request) {
      const { trans } = request
      switch (request.type) {
        case 'add':
        case 'put':
          return (name === 'purchases' ? drop(trans, request.values) : dropOf(trans, request.values.map((row) => paymentOf(name, row)))).then(() => table.mutate(request))
        case 'delete':
          return dropOf(trans, request.keys.flat().map(String)).then(() => table.mutate(request))
        case 'deleteRange':
          return core.table(lines).mutate({ type: 'deleteRange', trans, range: everyKey }).then(() => table.mutate(request))
      }
    },
  }
}

const isPlaced = (row: unknown): row is { readonly order: number } => typeof row === 'object' && row !== null && 'order' in row && typeof row.order === 'number'

/** The payment that a row of another table is about. */
function paymentOf(table: Written, row: unknown): string {
  const { id, purchaseId } = row as { readonly id: string; readonly purchaseId?: string }
  return table === 'disputes' ? (purchaseId ?? '') : id
}

/** From so many on that are written at once, nobody notes each: a note costs about as much as what it is about. */
const many = 64

/** Where many change at once, their parts do. */
const together = (changes: readonly HistoryChangeRow[]): readonly HistoryChangeRow[] =>
  changes.length < many || changes.some(({ part }) => part < 0) ? changes : partsOf(changes).map((part) => ({ table: 'purchases', id: wholePart, part }))

/** Of type DBCoreRangeType.Any, a constant that Dexie declares and has no more once it is built. */
const everyKey = JSON.parse('{ "type": 3 }') as DBCoreKeyRange

const partsOf = (changes: readonly HistoryChangeRow[]): number[] => [...new Set(changes.map(({ part }) => part))]

/** Labels do not say where in the sequence their payment is. */
function changeOf(table: Told, row: unknown): HistoryChangeRow {
  const { id, order } = row as { readonly id: string; readonly order?: number }
  return { table, id, part: order === undefined ? -1 : partOf(order) }
}
