import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { base64urlnopad } from '@scure/base'

/** Bytes of what all keys of a site are made from. */
const length = 32

/**
 * The site's secret: read, or made where there is none. Only its owner may read the file.
 * @throws where the file holds something else: making another one would shut out everybody who has bought
 */
export async function readSecret(path: string): Promise<{ readonly secret: Uint8Array; readonly isNew: boolean }> {
  const known = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (known !== null) {
    const secret = /^[A-Za-z0-9_-]{43}$/.test(known.trim()) ? base64urlnopad.decode(known.trim()) : new Uint8Array()
    if (secret.length !== length) throw new Error(`${path} does not hold the site’s secret.`)
    return { secret, isNew: false }
  }
  const secret = new Uint8Array(randomBytes(length))
  await writeFile(path, `${base64urlnopad.encode(secret)}\n`, { mode: 0o600, flag: 'wx' })
  return { secret, isNew: true }
}
