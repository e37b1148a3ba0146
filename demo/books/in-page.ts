import type { Address } from '../../src/core/hex'
import { findNetwork, type NetworkId } from '../../src/core/networks/networks'
import { openDatabase } from '../../src/store/schema'
import { fromBase64 } from '../../src/vault/bytes'
import { RowSealer } from '../../src/vault/sealer'
import { madePayments } from './payments'
import { writePayments } from './write'

export interface Filling {
  readonly payments: number
  readonly seed: number
  readonly until: number
  readonly network: NetworkId
  readonly payer: Address
  readonly journals: boolean
}

declare global {
  /** Fills the books of the unlocked wallet, from a page of the extension. Returns how many payments were written. */
  var fillBooks: (filling: Filling) => Promise<number>
}

globalThis.fillBooks = async ({ network: id, journals, ...reading }) => {
  const network = findNetwork(id)
  const stored = await chrome.storage.session.get(null)
  const key = fromBase64(String(stored['wallet']))
  if (network === undefined || key === null) throw new Error('There is no unlocked wallet here.')
  const db = openDatabase()
  const written = await writePayments(db, new RowSealer(key), madePayments({ ...reading, network }), journals)
  db.close()
  return written
}
