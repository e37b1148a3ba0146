import * as v from 'valibot'
import { isLabelled, longestLabelNote, longestTag, mostTags, unlabelled, type PaymentLabel } from '../core/history/label'
import type { Sealer } from '../vault/sealer'
import { decodeJson, encodeJson } from './codec'
import type { FarthingDatabase, LabelRow } from './schema'

export const labelSchema: v.GenericSchema<unknown, PaymentLabel> = v.strictObject({
  note: v.nullable(v.pipe(v.string(), v.maxLength(longestLabelNote))),
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(longestTag))), v.maxLength(mostTags)),
})

/** What the reader wrote beside payments, by purchase. Rejects with LockedError once the wallet was locked. */
export interface LabelRepository {
  /** What is damaged is taken for nothing. */
  read(purchaseId: string): Promise<PaymentLabel>
  /** In the order of the ids. */
  readMany(purchaseIds: readonly string[]): Promise<readonly PaymentLabel[]>
  /** False where there is no such purchase, and then nothing is written. */
  write(purchaseId: string, label: PaymentLabel): Promise<boolean>
}

export function labelRepository(db: FarthingDatabase, sealer: Sealer): LabelRepository {
  const open = (row: LabelRow | undefined): PaymentLabel => {
    const opened = row === undefined ? null : sealer.open('labels', row.id, row.body)
    return (opened?.ok === true ? decodeJson(labelSchema, opened.value) : null) ?? unlabelled
  }
  return {
    read: async (purchaseId) => open(await db.labels.get(purchaseId)),
    readMany: async (purchaseIds) => (await db.labels.bulkGet([...purchaseIds])).map(open),
    write: (purchaseId, label) =>
      db.transaction('rw', [db.purchases, db.labels], async () => {
        if ((await db.purchases.where('id').equals(purchaseId).count()) === 0) return false
        if (isLabelled(label)) await db.labels.put({ id: purchaseId, body: sealer.seal('labels', purchaseId, encodeJson(label)) })
        else await db.labels.delete(purchaseId)
        return true
      }),
  }
}
