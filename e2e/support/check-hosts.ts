import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { contacted } from './host-log'

/** After all tests of a run: Farthing has asked nobody but those that are written down in e2e/hosts.txt. A run of a few tests asks fewer. */
export default async function checkHosts(): Promise<void> {
  const known = new Set((await readFile(resolve('e2e/hosts.txt'), 'utf8')).split('\n'))
  const unknown = (await contacted()).filter((roles) => !roles.some((role) => known.has(role)))
  if (unknown.length > 0) throw new Error(`Farthing has contacted hosts that are not in e2e/hosts.txt:\n${unknown.map((roles) => roles.join(', or ')).join('\n')}`)
}
