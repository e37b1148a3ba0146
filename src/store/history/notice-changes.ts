import type { DBCore, DBCoreKeyRange, DBCoreTable, DBCoreTransaction, Middleware } from 'dexie'
import { everyPayment, partOf } from './parts'
import type { HistoryChangeRow } from '../schema'

/** The history tells of what lies in these. */
const told = ['purchases', 'labels'] as const
/** And is kept in these. */
const kept = ['history', 'historyChanges'] as const

type Told = (typeof told)[number]
const isTold = (table: string): table is Told => told.some((name) => name === table)

/**
 * Whoever writes a payment, or a label, leaves its id for the history in the same transaction, whatever else that is about:
 * nobody has to remember to. Where payments are taken away, what the history had of them goes in that transaction too.
 */
export const noticeChanges: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'history',
  // Beneath everything of Dexie's own that looks at its current transaction.
  level: -10,
  create: (core) => ({
    ...core,
    transaction: (tables, mode, options) => core.transaction(mode === 'readwrite' && tables.some(isTold) ? [...new Set([...tables, ...kept])] : tables, mode, options),
    table: (name) => (isTold(name) ? noticed(name, core.table(name), core.table(kept[0]), core.table(kept[1])) : core.table(name)),
  }),
}

/** Promises are chained as they come from Dexie, and not awaited: awaiting would lose the transaction that Dexie is in. */
function noticed(name: Told, table: DBCoreTable, history: DBCoreTable, changes: DBCoreTable): DBCoreTable {
  const note = (trans: DBCoreTransaction, values: readonly HistoryChangeRow[]) => changes.mutate({ type: 'put', trans, values })
  return {
    ...table,
    mutate(request) {
      const { trans } = request
      switch (request.type) {
        case 'add':
        case 'put':
          return note(trans, request.values.map((row) => changeOf(name, row))).then(() => table.mutate(request))
        case 'delete':
          return table
            .getMany({ trans, keys: request.keys })
            .then((rows) => rows.filter((row) => row !== undefined).map((row) => changeOf(name, row)))
            .then((values) => note(trans, values).then(() => history.mutate({ type: 'delete', trans, keys: name === 'purchases' ? partsOf(values) : [] })))
            .then(() => table.mutate(request))
        case 'deleteRange':
          return note(trans, [{ table: name, id: everyPayment, part: -1 }])
            .then(() => history.mutate({ type: 'deleteRange', trans, range: everyKey }))
            .then(() => table.mutate(request))
      }
    },
  }
}

/** Of type DBCoreRangeType.Any, a constant that Dexie declares and has no more once it is built. */
const everyKey = JSON.parse('{ "type": 3 }') as DBCoreKeyRange

const partsOf = (changes: readonly HistoryChangeRow[]): number[] => [...new Set(changes.map(({ part }) => part))]

/** Labels do not say where in the sequence their payment is. */
function changeOf(table: Told, row: unknown): HistoryChangeRow {
  const { id, order } = row as { readonly id: string; readonly order?: number }
  return { table, id, part: order === undefined ? -1 : partOf(order) }
}
