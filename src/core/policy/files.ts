import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { readModel, type Model } from '../risk/model'
import type { InForce } from './consent'
import { readText } from './text'

/** A file that a policy names. */
export interface NamedFile {
  readonly kind: 'model' | 'text'
  readonly sha256: string
  readonly bytes: number
}

/** A file as it arrived, by the hash of its bytes. */
export interface KeptFile {
  readonly sha256: string
  readonly body: string
}

/** Everything a policy names, each file once. */
export function filesOf({ model, texts }: Pick<InForce, 'model' | 'texts'>): readonly NamedFile[] {
  const all: readonly NamedFile[] = [...(model === null ? [] : [{ ...model, kind: 'model' as const }]), ...texts.map((text) => ({ ...text, kind: 'text' as const }))]
  return all.filter(({ sha256: hash }, at) => all.findIndex((one) => one.sha256 === hash) === at).map(({ kind, sha256: hash, bytes }) => ({ kind, sha256: hash, bytes }))
}

/** Where a file lies, beside the policy. Named by what is in it: whoever keeps the host cannot put another in its place. */
export const pathOf = ({ kind, sha256: hash }: NamedFile): string => (kind === 'model' ? `models/${hash}.json` : `texts/${hash}.txt`)

/** Whether this is the file that was named, and one the wallet can use. Its hash comes first: nothing is read of what is not vouched for. */
export function isUsable({ kind, sha256: hash, bytes }: NamedFile, body: string): boolean {
  return utf8ToBytes(body).length === bytes && isWhole({ sha256: hash, body }) && (kind === 'model' ? modelIn(body) : readText(body)) !== null
}

export const isWhole = ({ sha256: hash, body }: KeptFile): boolean => bytesToHex(sha256(utf8ToBytes(body))) === hash

/** What the watch scores with, or null where it is no model, or one for another wallet. */
export function modelIn(body: string): Model | null {
  try {
    return readModel(JSON.parse(body))
  } catch {
    return null
  }
}
