import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/policy/documents'
import { begin, differences, draftFeeds, draftPolicy, publish, readDraft, rotate, sign, verifyFolder, writeDraft } from './commands'
import { readParameters } from './draft'
import { Folder } from './folder'
import { makeKey, openKey, type PublicKey } from './keys'

const passphrase = 'a goose in the reeds'
const names = ['ada', 'ben', 'cleo', 'dora', 'feed'] as const
type Name = (typeof names)[number]
const now = Date.UTC(2026, 10, 30)
const day = 24 * 3_600_000

let place: string
let folder: Folder
const keys = new Map<Name, PublicKey>()
const key = (name: Name): PublicKey => keys.get(name) ?? { id: '', key: '' }

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'farthing-policy-'))
  folder = new Folder(join(place, 'published'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Writes a draft to a file and has it signed, each time from the file. */
function signedBy(document: Documents[keyof Documents], signers: readonly Name[]): ReturnType<typeof readDraft> {
  const file = join(place, 'draft.json')
  writeDraft(file, document)
  for (const name of signers) writeFileSync(file, sign(readDraft(file), openKey(join(place, `${name}.pem`), passphrase)))
  return readDraft(file)
}

describe('those who keep the keys', () => {
  it('make keys that are under a passphrase, and never written over', () => {
    for (const name of names) keys.set(name, makeKey(join(place, `${name}.pem`), passphrase))
    expect(statSync(join(place, 'ada.pem')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(place, 'ada.pem'), 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/)
    expect(() => makeKey(join(place, 'ada.pem'), passphrase)).toThrow('EEXIST')
    expect(() => makeKey(join(place, 'short.pem'), 'hunter2')).toThrow('twelve')
    expect(() => openKey(join(place, 'ada.pem'), 'another passphrase')).toThrow()
  })

  it('publish nothing that too few have signed', () => {
    const three = { keys: [key('ada'), key('ben'), key('cleo')], threshold: 2 }
    const { root, policy, feeds } = begin({ root: three, policy: three, feeds: { keys: [key('feed')], threshold: 1 } }, now)
    expect(() => publish(folder, signedBy(root, ['ada']), now)).toThrow('not-signed')
    publish(folder, signedBy(root, ['ada', 'ben']), now)
    expect(() => publish(folder, signedBy(policy, ['ada', 'ada', 'feed']), now)).toThrow('not-signed')
    expect(() => verifyFolder(folder, now)).toThrow('There is no policy.json yet')
    publish(folder, signedBy(policy, ['cleo', 'ada']), now)
    publish(folder, signedBy(feeds, ['feed']), now)
    const trusted = verifyFolder(folder, now)
    expect([trusted.root.document.version, trusted.policy.document.seq, trusted.feeds.document.seq]).toEqual([1, 1, 1])
  })

  it('see before they sign what readers would be told, and what readers would be asked', () => {
    const policy = draftPolicy(folder, { parameters: readParameters(['spree.sites=3', 'limit.day=900']), why: ['Many small shops that never deliver.'] }, now + day)
    expect(differences(folder, policy)).toEqual([
      'by itself: New sites within an hour before you are asked: 3. It was 4.',
      'asked: The most a day may cost: $9.00. It was $5.00.',
    ])
    publish(folder, signedBy(policy, ['ben', 'cleo']), now + day)
    expect(verifyFolder(folder, now + day).policy.document.parameters).toEqual({ 'spree.sites': 3, 'limit.day': 900 })
  })

  it.each([
    ['guard.off=1', 'There is no parameter'],
    ['spree.sites=100', 'does not go to 100'],
    ['spree.sites=', 'does not go to'],
    ['limit.day=9e2', 'does not go to'],
    ['limit.day=-1', 'does not go to'],
  ])('write nothing that no wallet would take: %s', (text, why) => {
    expect(() => readParameters([text])).toThrow(why)
  })

  it('exchange a key, after which the old one counts for nothing and all is signed anew', () => {
    const time = now + 2 * day
    const root = rotate(folder, (people) => ({ ...people, policy: { ...people.policy, keys: [key('ben'), key('cleo'), key('dora')] } }), time)
    publish(folder, signedBy(root, ['ben', 'cleo']), time)
    expect(() => verifyFolder(folder, time)).toThrow('policy.json was signed under root 1, and has to be signed anew')
    const policy = draftPolicy(folder, {}, time)
    expect(policy.parameters).toEqual({ 'spree.sites': 3, 'limit.day': 900 })
    expect(() => publish(folder, signedBy(policy, ['ada', 'ben']), time)).toThrow('not-signed')
    publish(folder, signedBy(policy, ['dora', 'ben']), time)
    publish(folder, signedBy(draftFeeds(folder, { rates: { asOf: '2026-11-30', perEuro: { USD: '1.16' } } }, time), ['feed']), time)
    const trusted = verifyFolder(folder, time)
    expect([trusted.root.document.version, trusted.policy.document.seq, trusted.feeds.document.seq]).toEqual([2, 3, 2])
  })

  it('cannot change what was published', () => {
    const time = now + 2 * day
    const first = folder.read('policies/1.json') ?? ''
    expect(() => folder.write('policies/1.json', folder.read('policies/2.json') ?? '')).toThrow('published already')
    writeFileSync(join(folder.path, 'policies/1.json'), folder.read('policies/2.json') ?? '')
    expect(() => verifyFolder(folder, time)).toThrow('policies/1.json does not follow')
    writeFileSync(join(folder.path, 'policies/1.json'), first)
    verifyFolder(folder, time)
  })
})
