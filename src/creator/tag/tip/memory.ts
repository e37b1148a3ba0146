import type { Address, Bytes32 } from '../../../core/hex'
import { parseAtomic } from '../../../core/money/atomic'
import { isHexOf, isText, readJson } from '../border'
import type { Payee } from '../../../core/tips/payee'

/** A tip that a wallet was asked for, and of which it is not known what became. */
export interface BegunTip {
  /** Atomic units. */
  readonly amount: bigint
  readonly from: Address
  /** Milliseconds since 1970. */
  readonly at: number
  /** Null where the wallet has not said that it was sent. */
  readonly hash: Bytes32 | null
}

/** So that nobody gives twice because a page was loaded again: one tip to one account, in the site's own storage. */
export interface Memory {
  read(): BegunTip | null
  write(tip: BegunTip): void
  forget(): void
}

/** How long it is remembered, in milliseconds: as long as a wallet may still ask, and as long as what it sent may take. */
const longest = { asked: 15 * 60_000, sent: 24 * 3_600_000 }

/**
 * @param storage gives the storage, or throws where the reader's browser allows none: then nothing is remembered, and a tip is given all the same
 * @param now milliseconds since 1970
 */
export function openMemory({ network, to }: Payee, storage: () => Storage, now: () => number): Memory {
  const name = `farthing-tip:${network.chainId}:${to}`
  const within = <T>(act: (kept: Storage) => T): T | null => {
    try {
      return act(storage())
    } catch {
      return null
    }
  }
  return {
    read: () => {
      const tip = readTip(within((kept) => kept.getItem(name)) ?? '')
      const age = tip === null ? 0 : now() - tip.at
      return tip !== null && age >= 0 && age < (tip.hash === null ? longest.asked : longest.sent) ? tip : null
    },
    write: ({ amount, ...tip }) => void within((kept) => kept.setItem(name, JSON.stringify({ v: 1, amount: amount.toString(), ...tip }))),
    forget: () => void within((kept) => kept.removeItem(name)),
  }
}

function readTip(text: string): BegunTip | null {
  const { v: version, amount: spelt, from, at, hash } = readJson(text, 1024) ?? {}
  const amount = isText(spelt, 78) ? parseAtomic(spelt) : null
  if (version !== 1 || amount === null || !isHexOf(from, 20) || typeof at !== 'number' || !(hash === null || isHexOf(hash, 32))) return null
  return { amount, from, at, hash }
}
