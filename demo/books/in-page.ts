import { encodeTransfer } from '../../src/core/authorization/transfer'
import type { Address } from '../../src/core/hex'
import { findNetwork, type NetworkId } from '../../src/core/networks/networks'
import { canonicalResource } from '../../src/core/purchase/identity'
import { openDatabase, type FarthingDatabase } from '../../src/store/schema'
import { vaultRepository } from '../../src/store/vault-repository'
import { fromBase64 } from '../../src/vault/bytes'
import { RowSealer } from '../../src/vault/sealer'
import { resumeSession } from '../../src/vault/vault'
import { madePayments, type Hand } from './payments'
import { writeCopies, writePayments } from './write'

export interface Filling {
  readonly payments: number
  readonly seed: number
  readonly until: number
  readonly network: NetworkId
  readonly payer: Address
  readonly journals: boolean
  /** With the purse's own numbers and signatures, as only payments have that can be taken in from a file. Takes longer. */
  readonly signed: boolean
  /** So many of the newest pieces are kept to be read. */
  readonly copies: number
}

declare global {
  /** Fills the books of the unlocked wallet, from a page of the extension. Returns how many payments were written. */
  var fillBooks: (filling: Filling) => Promise<number>
}

globalThis.fillBooks = async ({ network: id, journals, signed, copies, ...reading }) => {
  const network = findNetwork(id)
  const stored = await chrome.storage.session.get(null)
  const key = fromBase64(String(stored['wallet']))
  if (network === undefined || key === null) throw new Error('There is no unlocked wallet here.')
  const db = openDatabase()
  const sealer = new RowSealer(key)
  const hand = signed ? await handOf(db, String(stored['wallet'])) : null
  const written = await writePayments(db, sealer, madePayments({ ...reading, network, hand }), journals)
  await writeCopies(db, sealer, copies)
  db.close()
  return written
}

async function handOf(db: FarthingDatabase, session: string): Promise<Hand> {
  const opened = resumeSession((await vaultRepository(db).read())?.record, session)
  if (!opened.ok) throw new Error('There is no unlocked wallet here.')
  const keyring = opened.value
  return {
    number: ({ resource, ...identity }) => keyring.purchaseNonce({ ...identity, resource: canonicalResource(resource) }),
    sign: (authorization) => {
      const bytes = encodeTransfer(authorization)
      const signature = bytes.ok ? keyring.signTransfer(bytes.value) : bytes
      if (!signature.ok) throw new Error('This purse does not sign that.')
      return signature.value
    },
  }
}
