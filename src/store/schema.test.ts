import { Dexie } from 'dexie'
import { expect, it } from 'vitest'
import './database.fixtures'
import { FarthingDatabase } from './schema'

it('a database of an earlier version is brought up to date, and keeps what is in it', async () => {
  const earlier = new Dexie('from-version-8')
  earlier.version(8).stores({
    vault: 'id', purchases: 'id, &order, resourceTag, live', journal: '[purchaseId+seq]', contents: 'resourceTag', settings: 'id', attempts: 'id', events: 'order', slotNames: 'slot', values: 'id', payees: 'tag',
    sites: 'tag', labels: 'id', history: 'part', historyChanges: '[table+id+part]', copies: 'resourceTag', copyParts: '[resourceTag+part]', refunds: 'tag', disputes: '[purchaseId+id], id, purchaseId, open', saleTerms: 'id',
  })
  const row = { id: 'a', order: 1, resourceTag: 'b', live: 0 as const, body: new Uint8Array(4) }
  await earlier.table('purchases').put(row)
  earlier.close()
  const now = new FarthingDatabase('from-version-8')
  expect(await now.purchases.toArray()).toEqual([row])
  await now.exportLines.put({ part: 0, maker: 'm', body: new Uint8Array() })
  await now.purchases.put({ ...row, live: 1 })
  expect(await now.exportLines.count()).toBe(0)
  now.close()
})
