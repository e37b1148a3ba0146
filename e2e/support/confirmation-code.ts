import { createHmac } from 'node:crypto'
import { base32 } from '@scure/base'

const stepMs = 30_000

/**
 * The six digits an authenticator app shows (RFC 6238 with its defaults), written from the text.
 * @param ahead steps of 30 seconds after the present one; a verifier takes one of them too
 */
export function confirmationCode(secret: string, ahead = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / stepMs) + ahead))
  const mac = createHmac('sha1', base32.decode(secret)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}
