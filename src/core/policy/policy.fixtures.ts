import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Documents, Feeds, Policy, Root } from './documents'
import { keyIdOf, readEnvelope, signedBytes, writeEnvelope } from './envelope'
import type { Role } from './roles'
import type { Held, Judging, Trusted } from './trust'

/** A key of the tests. */
export interface TestKey {
  readonly id: string
  readonly public: string
  readonly secret: KeyObject
}

/** What stands before the 32 bytes of a key (RFC 8410). */
const secretPrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** Its secret is its number, 32 times. Made, and used, by OpenSSL: the wallet verifies with another implementation. */
export function testKey(number: number): TestKey {
  const secret = createPrivateKey({ key: Buffer.concat([secretPrefix, Buffer.alloc(32, number)]), format: 'der', type: 'pkcs8' })
  const key = new Uint8Array(createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length))
  return { id: keyIdOf(key), public: bytesToHex(key), secret }
}

/** Three who keep the root, three who sign policies, one machine. */
export const keepers = [1, 2, 3].map(testKey)
export const writers = [11, 12, 13].map(testKey)
export const machine = [testKey(21)]

export const seconds = (time: number): string => new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z')
const day = 24 * 3_600_000
/** The day the tests are on. */
export const today = Date.UTC(2026, 10, 30, 12)

export const noHash = '0'.repeat(64)
const emptyLists = { 'takes-the-words': '', pretends: '', 'takes-and-keeps': '' }

export function rootOf(version: number, more: Partial<Root> = {}, people = { root: keepers, policy: writers, feeds: machine }): Root {
  const role = (keys: readonly TestKey[], threshold: number) => ({ keyids: keys.map(({ id }) => id), threshold })
  return {
    _type: 'root',
    spec: '1',
    version,
    issued: seconds(today - day),
    expires: seconds(today + 700 * day),
    keys: Object.fromEntries([...people.root, ...people.policy, ...people.feeds].map((key) => [key.id, key.public])),
    roles: { root: role(people.root, 2), policy: role(people.policy, 2), feeds: role(people.feeds, 1) },
    ...more,
  }
}

export function policyOf(seq: number, prev: string, more: Partial<Policy> = {}): Policy {
  const times = { issued: seconds(today - day), expires: seconds(today + 89 * day) }
  return { _type: 'policy', spec: '1', rootVersion: 1, seq, prev, minWallet: '0.1.0', parameters: {}, model: null, withdrawn: [], texts: [], why: [], ...times, ...more }
}

export function feedsOf(seq: number, prev: string, more: Partial<Feeds> = {}): Feeds {
  return { _type: 'feeds', spec: '1', rootVersion: 1, seq, prev, issued: seconds(today - day), expires: seconds(today + 6 * day), rates: null, listed: emptyLists, ...more }
}

/** An envelope as it is published. @param prefixRole whose prefix is signed */
export function signed(role: Role, document: unknown, keys: readonly TestKey[], prefixRole = role): string {
  const bytes = signedBytes(prefixRole, document)
  if (bytes === null) throw new Error('a document of the tests nests too deep')
  const text = writeEnvelope(document, keys.map(({ id, secret }) => ({ keyid: id, sig: sign(null, bytes, secret).toString('hex') })))
  if (text === null) throw new Error('a document of the tests nests too deep')
  return text
}

/** A document as the wallet holds it, without a look at its signatures: for what a release came with. */
export function held<R extends Role>(role: R, document: Documents[R]): Held<Documents[R]> {
  const read = readEnvelope(role, signed(role, document, []))
  if (!read.ok) throw new Error(`a document of the tests is ${read.error}`)
  return { document, hash: read.value.hash }
}

export const release: Trusted = { root: held('root', rootOf(1)), policy: held('policy', policyOf(5, noHash)), feeds: held('feeds', feedsOf(5, noHash)) }

const verifyByOpenSsl: Judging['verify'] = (key, message, signature) =>
  verify(null, message, createPublicKey({ key: Buffer.concat([publicPrefix, key]), format: 'der', type: 'spki' }), signature)

export const judging: Judging = { now: today, wallet: '1.4.0', release, verify: verifyByOpenSsl }
