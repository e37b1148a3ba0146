/**
 * `npm run policy -- <command>`: the tool of those who keep the keys (docs/POLICY.md). Passphrases come from FARTHING_PASSPHRASE, or are
 * asked for.
 *
 *   key <file>                                       makes a key
 *   begin --folder F --root A,B,C --policy D,E,F --feeds G      drafts of the first documents; keys as 64 digits of hex
 *   new policy --folder F [--set name=number …] [--model file] [--text terms:en:file …] [--dated 2026-12-01] [--withdraw eip155:8453 …]
 *       [--without model|terms:en|eip155:8453 …] [--why "…"] [--clear]           what is not named stays as it was; --clear drops all of it
 *   new feeds --folder F [--rates rates.json] [--listed listed.json]
 *   rotate --folder F --role policy [--add KEY …] [--remove ID …]
 *   show <draft> --folder F                          what readers would be told
 *   sign <draft> --key <file> --folder F
 *   publish <draft> --folder F
 *   verify --folder F
 *   release --folder F                               what the next build of the wallet begins with
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { hexToBytes } from '@noble/hashes/utils.js'
import { blockListOf } from '../src/core/risk/block-list'
import { listedReasons, type Documents } from '../src/core/policy/documents'
import { keyIdOf } from '../src/core/policy/envelope'
import { roles, type Role } from '../src/core/policy/roles'
import { begin, differences, draftFeeds, draftPolicy, publish, readDraft, rotate, sign, verifyFolder, writeDraft } from './policy/commands'
import type { People } from './policy/draft'
import { Folder, mustRead } from './policy/folder'
import { makeKey, openKey, type PublicKey } from './policy/keys'
import { releasedFile, releaseOf } from './policy/released'
import { said } from './policy/said'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string', default: 'policy' },
    root: { type: 'string' },
    policy: { type: 'string' },
    feeds: { type: 'string' },
    role: { type: 'string' },
    key: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
    why: { type: 'string', multiple: true, default: [] },
    add: { type: 'string', multiple: true, default: [] },
    remove: { type: 'string', multiple: true, default: [] },
    rates: { type: 'string' },
    listed: { type: 'string' },
    model: { type: 'string' },
    text: { type: 'string', multiple: true, default: [] },
    dated: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    withdraw: { type: 'string', multiple: true, default: [] },
    without: { type: 'string', multiple: true, default: [] },
    clear: { type: 'boolean', default: false },
  },
})
const folder = new Folder(values.folder)
const now = Date.now()

const publicKey = (text: string): PublicKey => {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`A key is 64 digits of hex, not ${text}.`)
  return { id: keyIdOf(hexToBytes(text)), key: text }
}
const keysOf = (name: Role): PublicKey[] => (values[name] ?? '').split(',').filter((text) => text !== '').map(publicKey)
const given = (value: string | undefined, name: string): string => {
  if (value === undefined) throw new Error(`Which ${name}?`)
  return value
}
const role = (): Role => {
  const known = roles.find((one) => one === values.role)
  if (known === undefined) throw new Error('--role is root, policy or feeds.')
  return known
}

async function passphrase(): Promise<string> {
  const known = process.env['FARTHING_PASSPHRASE']
  if (known !== undefined) return known
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await lines.question('Passphrase: ')
  } finally {
    lines.close()
  }
}

function draft(name: Role, document: Documents[Role]): void {
  const number = 'version' in document ? document.version : document.seq
  const file = `${name}-${number}.draft.json`
  writeDraft(file, document)
  console.log(file)
}

function makeNew(what: string | undefined): void {
  if (what === 'policy') {
    const { set, model, text, dated, withdraw, without, why, clear } = values
    draft('policy', draftPolicy(folder, { ...said(folder, { set, model, texts: text, dated, withdraw, without, clear }), why }, now))
  } else if (what === 'feeds') {
    const rates = values.rates === undefined ? undefined : (JSON.parse(readFileSync(values.rates, 'utf8')) as Documents['feeds']['rates'])
    const sites = values.listed === undefined ? undefined : (JSON.parse(readFileSync(values.listed, 'utf8')) as Record<string, string[]>)
    const listed = sites === undefined ? undefined : Object.fromEntries(listedReasons.map((reason) => [reason, Buffer.from(blockListOf(sites[reason] ?? [])).toString('base64')]))
    draft('feeds', draftFeeds(folder, { ...(rates !== undefined && { rates }), ...(listed !== undefined && { listed: listed as Documents['feeds']['listed'] }) }, now))
  } else throw new Error('new policy, or new feeds?')
}

function rotated(): void {
  const exchanged = role()
  const added = values.add.map(publicKey)
  draft(
    'root',
    rotate(folder, (people) => ({ ...people, [exchanged]: { ...people[exchanged], keys: [...people[exchanged].keys.filter(({ id }) => !values.remove.includes(id)), ...added] } }), now),
  )
}

async function run(): Promise<void> {
  const [command, what] = positionals
  switch (command) {
    case 'key': {
      const { id, key } = makeKey(given(what, 'file'), await passphrase())
      console.log(`key ${id}\n${key}`); return;
    }
    case 'begin': {
      const people: People = { root: { keys: keysOf('root'), threshold: 2 }, policy: { keys: keysOf('policy'), threshold: 2 }, feeds: { keys: keysOf('feeds'), threshold: 1 } }
      const first = begin(people, now)
      for (const name of roles) draft(name, first[name])
      return
    }
    case 'new':
      { makeNew(what); return; }
    case 'rotate':
      { rotated(); return; }
    case 'show':
    case 'sign': {
      const file = given(what, 'draft')
      const document = readDraft(file)
      if (document.role === 'policy') for (const line of differences(folder, mustRead('policy', document.text).signed)) console.log(line)
      if (command === 'sign') writeFileSync(file, sign(document, openKey(given(values.key, 'key'), await passphrase())))
      return
    }
    case 'publish':
      { publish(folder, readDraft(given(what, 'draft')), now); return; }
    case 'release': {
      writeFileSync(releasedFile, releaseOf(folder, now))
      console.log(releasedFile); return;
    }
    case 'verify': {
      const { root, policy, feeds } = verifyFolder(folder, now)
      console.log(`root ${root.document.version}, policy ${policy.document.seq} until ${policy.document.expires}, feeds ${feeds.document.seq} until ${feeds.document.expires}`); return;
    }
    default:
      throw new Error('key, begin, new, rotate, show, sign, publish, verify or release? See the head of scripts/policy.ts.')
  }
}

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
