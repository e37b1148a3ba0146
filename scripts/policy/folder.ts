import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { follow, followRoot, type Judging, type Trusted } from '../../src/core/policy/trust'
import { readEnvelope, type Envelope } from '../../src/core/policy/envelope'
import type { Role } from '../../src/core/policy/roles'
import { beforeFirst, nothingYet } from './draft'

/**
 * What is published, as any host of files can serve it: `root/1.json`, `root/2.json` …, `policy.json`, `feeds.json`; and every policy there
 * ever was, `policies/7.json`, so that anybody can follow them.
 */
export class Folder {
  constructor(readonly path: string) {}

  /** Null where it is not there. */
  read(name: string): string | null {
    const file = join(this.path, name)
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }

  /** @throws where a numbered file is there with other words: what was published stays */
  write(name: string, text: string): void {
    const before = this.read(name)
    if (/\/\d+\.json$/.test(name) && before !== null && before !== text) throw new Error(`${name} was published already, and says something else.`)
    mkdirSync(dirname(join(this.path, name)), { recursive: true })
    writeFileSync(join(this.path, name), text)
  }

  /** The newest root there is, by its number; 0 for none. */
  get rootVersion(): number {
    let version = 0
    while (this.read(`root/${version + 1}.json`) !== null) version += 1
    return version
  }
}

export function mustRead<R extends Role>(role: R, text: string): Envelope<R> {
  const read = readEnvelope(role, text)
  if (!read.ok) throw new Error(`This is no ${role} document: ${read.error}.`)
  return read.value
}

/** Of the newest wallet there can be. */
export const judgingBy = (release: Trusted, verify: Judging['verify'], now: number): Judging => ({ now, wallet: '9999.0.0', release, verify })

/** The roots of a folder, followed one by one. @throws with the one that does not follow */
function followRoots(folder: Folder, verify: Judging['verify'], now: number): Trusted {
  const first = folder.read('root/1.json')
  if (first === null) throw new Error('There is no root here yet.')
  let trusted: Trusted = { root: beforeFirst(mustRead('root', first).signed), ...nothingYet }
  for (let version = 1; version <= folder.rootVersion; version += 1) {
    const name = `root/${version}.json`
    trusted = must(`${name} does not follow`, followRoot(trusted, folder.read(name) ?? '', judgingBy(trusted, verify, now)))
  }
  return trusted
}

/**
 * What a folder leads to. A policy, or feeds, that were signed under an earlier root are held as they are: they are about to be signed anew.
 * @throws with the name of the file that does not follow, and why
 */
export function soFar(folder: Folder, verify: Judging['verify'], now: number): Trusted {
  const trusted = followRoots(folder, verify, now)
  const held = <R extends 'policy' | 'feeds'>(role: R): Trusted[R] => {
    const text = folder.read(`${role}.json`)
    if (text === null) return trusted[role]
    const { signed, hash } = mustRead(role, text)
    if (signed.rootVersion === trusted.root.document.version) must(`${role}.json does not follow`, follow({ ...trusted, ...nothingYet }, role, text, judgingBy({ ...trusted, ...nothingYet }, verify, now)))
    return { document: signed, hash } as Trusted[R]
  }
  return { root: trusted.root, policy: held('policy'), feeds: held('feeds') }
}

/**
 * Follows everything that is published as a wallet would, from the first root on.
 * @throws as `soFar`, and where something is missing or was signed under an earlier root
 */
export function followAll(folder: Folder, verify: Judging['verify'], now: number): Trusted {
  const trusted = soFar(folder, verify, now)
  for (const role of ['policy', 'feeds'] as const) {
    if (trusted[role].document.seq === 0) throw new Error(`There is no ${role}.json yet.`)
    if (trusted[role].document.rootVersion !== trusted.root.document.version) throw new Error(`${role}.json was signed under root ${trusted[role].document.rootVersion}, and has to be signed anew.`)
  }
  return trusted
}

/** @throws in words where a document was not taken */
export function must(what: string, result: ReturnType<typeof follow>): Trusted {
  if (!result.ok) throw new Error(`${what}: ${result.error}.`)
  return result.value
}
