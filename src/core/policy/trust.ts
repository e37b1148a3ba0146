import { hexToBytes } from '@noble/hashes/utils.js'
import { err, ok, type Result } from '../result'
import type { Documents, Root } from './documents'
import { keyIdOf, readEnvelope, type Envelope } from './envelope'
import type { PolicyFault } from './faults'
import { bounds, farthestAhead, leastThreshold, roles, type Role } from './roles'

/** A document that is trusted, and the hash by which the next one names it. */
export interface Held<T> {
  readonly document: T
  readonly hash: string
}

/**
 * What the wallet goes by. It begins with what its release came with, and that is its floor: whoever wipes what was stored takes the wallet
 * back to its release, and not behind it.
 */
export interface Trusted {
  readonly root: Held<Root>
  readonly policy: Held<Documents['policy']>
  readonly feeds: Held<Documents['feeds']>
}

/** What a document is held against. */
export interface Judging {
  /** Milliseconds since 1970. */
  readonly now: number
  /** Of this wallet, "1.4.0". */
  readonly wallet: string
  /** As it was released. */
  readonly release: Trusted
  /** Strictly by RFC 8032. */
  readonly verify: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
}

/**
 * Follows a root by one (TUF, 5.3): signed by enough of the old keys and enough of the new ones. Where the keys of a role change, what they
 * said is no longer believed, and the role begins again at the release: whoever had stolen them may have used up all higher numbers.
 */
export function followRoot(trusted: Trusted, text: string, judging: Judging): Result<Trusted, PolicyFault> {
  const read = readEnvelope('root', text)
  if (!read.ok) return read
  const { value: envelope } = read
  const { signed: next, hash } = envelope
  const { document: current } = trusted.root
  if (next.version === current.version) return hash === trusted.root.hash ? ok(trusted) : err('forked')
  if (next.version < current.version) return err('rolled-back')
  if (next.version > current.version + 1) return err('skipped-root')
  if (!isSound(next)) return err('weak-root')
  if (!isSigned(envelope, current, 'root', judging) || !isSigned(envelope, next, 'root', judging)) return err('not-signed')
  // One that has expired may still be followed, if there is another after it: a wallet can have been away for years.
  const fault = madeFault('root', next, judging.now)
  if (fault !== null) return err(fault)
  const { release } = judging
  return ok({
    root: { document: next, hash },
    policy: hasSameKeys(current, next, 'policy') ? trusted.policy : release.policy,
    feeds: hasSameKeys(current, next, 'feeds') ? trusted.feeds : release.feeds,
  })
}

/**
 * Takes a newer document of a role.
 * @returns what is trusted now; the same where the document is the one that is trusted already
 */
export function follow(trusted: Trusted, role: 'policy' | 'feeds', text: string, judging: Judging): Result<Trusted, PolicyFault> {
  const read = readEnvelope(role, text)
  if (!read.ok) return read
  const { value: envelope } = read
  const { signed, hash } = envelope
  const held = trusted[role]
  if (!isSigned(envelope, trusted.root.document, role, judging)) return err('not-signed')
  if (signed.rootVersion !== trusted.root.document.version) return err('other-root')
  const least = Math.max(held.document.seq, judging.release[role].document.seq)
  if (signed.seq < least) return err('rolled-back')
  if (signed.seq === held.document.seq) return hash === held.hash ? ok(trusted) : err('forked')
  if (signed.seq === held.document.seq + 1 && signed.prev !== held.hash) return err('forked')
  const fault = madeFault(role, signed, judging.now)
  if (fault !== null) return err(fault)
  if (isExpired(signed, judging.now) || isExpired(trusted.root.document, judging.now)) return err('expired')
  if ('minWallet' in signed && isOlder(judging.wallet, signed.minWallet)) return err('needs-newer-wallet')
  return ok({ ...trusted, [role]: { document: signed, hash } })
}

/** Past its time a document is called out of date and goes on to hold. Feeds that are past it are not used. */
export const isExpired = ({ expires }: { readonly expires: string }, now: number): boolean => now >= Date.parse(expires)

/** Whether enough of the keys that a root names for a role have signed. A key counts once, however often it signs. */
function isSigned({ signatures, bytes }: Envelope<Role>, root: Root, role: Role, { verify }: Judging): boolean {
  const { keyids, threshold } = root.roles[role]
  const signers = new Set<string>()
  for (const { keyid, sig } of signatures) {
    const key = Object.hasOwn(root.keys, keyid) ? root.keys[keyid] : undefined
    if (key === undefined || !keyids.includes(keyid) || signers.has(key)) continue
    if (verify(hexToBytes(key), bytes, hexToBytes(sig))) signers.add(key)
  }
  return signers.size >= Math.max(threshold, leastThreshold[role])
}

/** Keys bear their own names, each role can reach its threshold with different keys, and none asks for less than the wallet does. */
function isSound({ keys, roles: named }: Root): boolean {
  if (!Object.entries(keys).every(([id, key]) => keyIdOf(hexToBytes(key)) === id)) return false
  return roles.every((role) => {
    const { keyids, threshold } = named[role]
    const known = new Set(keyids.filter((id) => Object.hasOwn(keys, id)))
    return known.size === keyids.length && threshold >= leastThreshold[role] && threshold <= known.size
  })
}

function hasSameKeys(one: Root, other: Root, role: Role): boolean {
  const told = ({ keys, roles: named }: Root): string => [named[role].threshold, ...named[role].keyids.map((id) => keys[id] ?? '').sort()].join()
  return told(one) === told(other)
}

function madeFault(role: Role, { issued, expires }: { readonly issued: string; readonly expires: string }, now: number): PolicyFault | null {
  const [from, until] = [Date.parse(issued), Date.parse(expires)]
  if (from > now + farthestAhead) return 'from-the-future'
  return until - from > bounds[role].lasts || until <= from ? 'lasts-wrong' : null
}

/** Whether a version comes before another. Both are three numbers. */
export function isOlder(one: string, other: string): boolean {
  const [ours, theirs] = [one, other].map((version) => version.split('.').map(Number))
  for (const [at, number] of (theirs ?? []).entries()) {
    const own = ours?.[at] ?? 0
    if (own !== number) return own < number
  }
  return false
}
