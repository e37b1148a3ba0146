import { readFileSync, writeFileSync, type PathLike } from 'node:fs'
import { sign as signBytes, type KeyObject } from 'node:crypto'
import { agreedTo, shippedInForce, weigh } from '../../src/core/policy/consent'
import type { Documents, Policy } from '../../src/core/policy/documents'
import { filesOf, isUsable, pathOf } from '../../src/core/policy/files'
import { readEnvelope, writeEnvelope, type Signature } from '../../src/core/policy/envelope'
import { roles, type Role } from '../../src/core/policy/roles'
import { tell } from '../../src/core/policy/told'
import { follow, followRoot, type Judging, type Trusted } from '../../src/core/policy/trust'
import { verifier } from '../../src/vault/signatures/verifier'
import { beforeFirst, feedsDraft, nothingYet, peopleOf, policyDraft, rootDraft, type People } from './draft'
import { type Folder, followAll, judgingBy, must, mustRead, soFar } from './folder'
import { publicKeyOf } from './keys'

const verify: Judging['verify'] = verifier.verifyEd25519

/** The first documents of a folder that has none: a root, a policy that says nothing, feeds without anything in them. */
export function begin(people: People, now: number): Readonly<Record<Role, Documents[Role]>> {
  const root = rootDraft(1, people, now)
  const trusted = { root: { document: root, hash: '' }, ...nothingYet }
  return { root, policy: policyDraft(trusted, {}, now), feeds: feedsDraft(trusted, {}, now) }
}

export function draftPolicy(folder: Folder, more: Partial<Policy>, now: number): Policy {
  return policyDraft(soFar(folder, verify, now), more, now)
}

export function draftFeeds(folder: Folder, more: Partial<Documents['feeds']>, now: number): Documents['feeds'] {
  return feedsDraft(soFar(folder, verify, now), more, now)
}

/** The next root, with people exchanged. Everything under it has to be signed anew: a policy names the root it is signed under. */
export function rotate(folder: Folder, change: (people: People) => People, now: number): Documents['root'] {
  const { signed } = mustRead('root', folder.read(`root/${folder.rootVersion}.json`) ?? '')
  return rootDraft(signed.version + 1, change(peopleOf(signed)), now)
}

/** @throws for a file that the policy names and wallets would not find, or not be able to read */
function mustHaveFiles(folder: Folder, policy: Policy): void {
  for (const file of filesOf(policy)) {
    const body = folder.read(pathOf(file))
    if (body === null || !isUsable(file, body)) throw new Error(`${pathOf(file)} is missing, or is not what the policy names.`)
  }
}

/** Writes what is to be signed, without a signature. */
export function writeDraft(file: PathLike, document: unknown): void {
  writeFileSync(file, writeEnvelope(document, []) ?? '')
}

export interface Draft {
  readonly role: Role
  readonly text: string
}

/** @throws where a file is no document */
export function readDraft(file: PathLike): Draft {
  const text = readFileSync(file, 'utf8')
  const role = roles.find((one) => readEnvelope(one, text).ok)
  if (role === undefined) throw new Error('This file is no document, or was changed by hand after it was signed.')
  return { role, text }
}

/** Adds a key's signature to a document, or puts it in the place of an earlier one of the same key. */
export function sign({ role, text }: Draft, key: KeyObject): string {
  const { signed, signatures, bytes } = mustRead(role, text)
  const { id } = publicKeyOf(key)
  const own: Signature = { keyid: id, sig: signBytes(null, bytes, key).toString('hex') }
  const all = [...signatures.filter(({ keyid }) => keyid !== id), own].sort((one, other) => (one.keyid < other.keyid ? -1 : 1))
  return writeEnvelope(signed, all) ?? ''
}

/** What readers would be told of a policy, by whoever is about to sign it. */
export function differences(folder: Folder, policy: Policy): readonly string[] {
  const before = folder.read('policy.json')
  const inForce = before === null ? shippedInForce : agreedTo(mustRead('policy', before).signed)
  const { applied, waiting } = weigh(inForce, policy)
  return [...applied.map((change) => `by itself: ${tell(change, 'en')}`), ...waiting.map((change) => `asked: ${tell(change, 'en')}`)]
}

/**
 * Puts a document where wallets find it, if a wallet that follows the folder would take it.
 * @throws with the reason where it would not
 */
export function publish(folder: Folder, { role, text }: Draft, now: number): void {
  const refused = 'No wallet would take this'
  if (role === 'root') {
    const { signed } = mustRead(role, text)
    const trusted: Trusted = signed.version === 1 ? { root: beforeFirst(signed), ...nothingYet } : soFar(folder, verify, now)
    must(refused, followRoot(trusted, text, judgingBy(trusted, verify, now)))
    folder.write(`root/${signed.version}.json`, text); return;
  }
  const trusted = soFar(folder, verify, now)
  const { seq } = must(refused, follow(trusted, role, text, judgingBy(trusted, verify, now)))[role].document
  if (role === 'policy') {
    mustHaveFiles(folder, mustRead(role, text).signed)
    folder.write(`policies/${seq}.json`, text)
  }
  folder.write(`${role}.json`, text)
}

/**
 * Follows everything in a folder as a wallet does, and every policy there ever was by the hashes they name.
 * @throws with the file that does not fit
 */
export function verifyFolder(folder: Folder, now: number): Trusted {
  const trusted = followAll(folder, verify, now)
  let prev = '0'.repeat(64)
  for (let seq = 1; seq <= trusted.policy.document.seq; seq += 1) {
    const text = folder.read(`policies/${seq}.json`)
    if (text === null) throw new Error(`policies/${seq}.json is missing.`)
    const { signed, hash } = mustRead('policy', text)
    if (signed.seq !== seq || signed.prev !== prev) throw new Error(`policies/${seq}.json does not follow from the one before.`)
    prev = hash
  }
  if (prev !== trusted.policy.hash) throw new Error('policy.json is not the last of the policies.')
  mustHaveFiles(folder, trusted.policy.document)
  return trusted
}

