import type * as HashWasm from 'hash-wasm'

/** More memory than the machine of these tests has, in KiB. */
export const tooMuchMemory = 512 * 1024

/** The real Argon2id, run once for each distinct input: hundreds of attempts on one record stay quick. */
export function remembered(real: typeof HashWasm): Pick<typeof HashWasm, 'argon2id'> {
  const seen = new Map<string, Uint8Array>()
  const argon2id = async (asked: Parameters<typeof real.argon2id>[0]): Promise<Uint8Array> => {
    if (asked.memorySize >= tooMuchMemory) throw new Error('out of memory')
    const name = JSON.stringify(asked)
    const key = seen.get(name) ?? (await real.argon2id({ ...asked, outputType: 'binary' }))
    seen.set(name, key.slice())
    return key.slice()
  }
  return { argon2id: argon2id as typeof real.argon2id }
}
