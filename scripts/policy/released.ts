import { fileURLToPath } from 'node:url'
import type { Trusted } from '../../src/core/policy/trust'
import { verifyFolder } from './commands'
import type { Folder } from './folder'

/** What a build of the wallet trusts from the start (src/background/policy/release.ts). Null for nobody. */
export const releasedFile = fileURLToPath(new URL('../../src/background/policy/released.json', import.meta.url))

/**
 * What a folder leads to, for the next release: its root, and the numbers behind which no wallet is led. Feeds are large, and old when a
 * release is installed: of them it has the place alone that the published ones follow from.
 * @throws where a wallet would not take all of it
 */
export function releaseOf(folder: Folder, now: number): string {
  const { root, policy, feeds } = verifyFolder(folder, now)
  const { seq, prev } = feeds.document
  const released: Trusted = { root, policy, feeds: { document: { ...feeds.document, seq: seq - 1, rates: null, listed: { 'takes-the-words': '', pretends: '', 'takes-and-keeps': '' } }, hash: prev } }
  return `${JSON.stringify({ release: released }, null, 2)}\n`
}
