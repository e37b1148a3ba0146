import { readFile, rename, writeFile } from 'node:fs/promises'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64urlnopad } from '@scure/base'
import * as v from 'valibot'
import { sealTo, spell, type Terms } from '../seal'
import type { KeyService } from '../service-key'

const file = v.strictObject({
  v: v.literal(1),
  /** By the name of a part and the address of a service. */
  seals: v.record(v.string(), v.record(v.string(), v.strictObject({ digest: v.string(), address: v.string() }))),
})
type Seals = v.InferOutput<typeof file>['seals']

/**
 * Remembers where what is sold, so that an article keeps its address as long as nothing about its sale changes: who has bought it at
 * that address owns it there. Holds nothing that is not public.
 */
export class Ledger {
  readonly #path: string
  readonly #secret: Uint8Array
  readonly #known: Seals
  readonly #used: Seals = {}

  private constructor(path: string, secret: Uint8Array, known: Seals) {
    this.#path = path
    this.#secret = secret
    this.#known = known
  }

  /** @throws where the file is there and no ledger */
  static async open(path: string, secret: Uint8Array): Promise<Ledger> {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    })
    return new Ledger(path, secret, text === null ? {} : v.parse(file, JSON.parse(text)).seals)
  }

  /** The address at which a service sells a part. Null where title and address of the part are too long for one. */
  async addressOf(name: string, service: KeyService, terms: Terms): Promise<{ readonly address: string; readonly isNew: boolean } | null> {
    const digest = base64urlnopad.encode(hmac(sha256, this.#secret, utf8ToBytes(`${base64urlnopad.encode(service.publicKey)}\n${spell(terms)}`)))
    const known = this.#known[name]?.[service.address]
    const address = known?.digest === digest ? known.address : await sealTo(service, terms)
    if (address === null) return null
    this.#used[name] = { ...this.#used[name], [service.address]: { digest, address } }
    return { address, isNew: address !== known?.address }
  }

  /** Writes down what was asked for since it was opened. What is not there any more stays: it may come back. */
  async save(): Promise<void> {
    const seals = Object.fromEntries(Object.entries({ ...this.#known, ...this.#used }).sort(([one], [other]) => (one < other ? -1 : 1)))
    const next = `${this.#path}.new`
    await writeFile(next, `${JSON.stringify({ v: 1, seals }, null, 2)}\n`)
    await rename(next, this.#path)
  }
}
