import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/policy/documents'
import { err, ok } from '../../src/core/result'
import { lookAt } from '../../src/background/policy/look'
import type { Trusted } from '../../src/core/policy/trust'
import { verifier } from '../../src/vault/signatures/verifier'
import { begin, differences, draftFeeds, draftPolicy, publish, readDraft, rotate, sign, verifyFolder, writeDraft } from './commands'
import { readParameters } from './draft'
import { Folder } from './folder'
import { makeKey, openKey, type PublicKey } from './keys'
import { releasedFile, releaseOf } from './released'
import { said, type Typed } from './said'

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

  it('put models and texts beside the policy, and publish none that wallets could not read', () => {
    const time = now + 3 * day
    const file = (name: string, body: string): string => {
      writeFileSync(join(place, name), body)
      return join(place, name)
    }
    const [terms, deutsch, model] = [file('terms.txt', 'Terms of use\n\nOther words.\n'), file('de.txt', 'Nutzung\n\nAndere Worte.\n'), 'src/core/risk/model.json']
    const typed: Typed = { set: [], model: undefined, texts: [], dated: '2026-12-03', withdraw: [], without: [], clear: false }
    expect(() => said(folder, { ...typed, texts: [`terms:en:${file('empty.txt', 'Terms')}`] })).toThrow('No wallet can read this text')
    expect(() => said(folder, { ...typed, texts: [`licence:en:${terms}`] })).toThrow('There is no text licence')
    expect(() => said(folder, { ...typed, model: terms })).toThrow('No wallet can read this model')
    expect(() => said(folder, { ...typed, withdraw: ['eip155:1'] })).toThrow('There is no network')

    const policy = draftPolicy(folder, said(folder, { ...typed, model, texts: [`terms:en:${terms}`, `terms:de:${deutsch}`], withdraw: ['eip155:84532'] }), time)
    expect(differences(folder, policy).map((line) => line.split(' ', 2).join(' '))).toEqual(['by itself:', 'asked: What', 'asked: Terms', 'asked: Terms'])
    const draft = signedBy(policy, ['ben', 'dora'])
    const path = `texts/${policy.texts[0]?.sha256 ?? ''}.txt`
    const words = folder.read(path) ?? ''
    writeFileSync(join(folder.path, path), 'Terms of use\n\nOther words than those.\n')
    expect(() => publish(folder, draft, time)).toThrow(`${path} is missing, or is not what the policy names`)
    writeFileSync(join(folder.path, path), words)
    publish(folder, draft, time)
    verifyFolder(folder, time)

    const next = said(folder, { ...typed, texts: [`terms:en:${file('terms.txt', 'Terms of use\n\nThird words.\n')}`], without: ['terms:de', 'model', 'eip155:84532'] })
    expect([next.parameters, next.model, next.texts.map(({ lang }) => lang), next.withdrawn]).toEqual([{ 'spree.sites': 3, 'limit.day': 900 }, null, ['en'], []])
    expect(said(folder, { ...typed, clear: true })).toEqual({ parameters: {}, model: null, texts: [], withdrawn: [] })
  })

  it('turn it on: a wallet built with what `release` writes takes what they publish next, and nothing from before', async () => {
    const time = now + 4 * day
    const { release } = JSON.parse(releaseOf(folder, time)) as { readonly release: Trusted }
    const first = folder.read('policy.json') ?? ''
    const wallet = async (trusted: Trusted) => lookAt(trusted, { now: time, wallet: '0.1.0', release, verify: verifier.verifyEd25519 }, async (file) => {
      const text = folder.read(file)
      return text === null ? err('missing') : ok(text)
    })
    const begun = await wallet(release)
    expect([begun.faults, begun.trusted.policy, begun.trusted.feeds.document.seq]).toEqual([[], release.policy, 2])
    publish(folder, signedBy(draftPolicy(folder, { parameters: { 'spree.sites': 4 } }, time), ['cleo', 'dora']), time)
    publish(folder, signedBy(draftFeeds(folder, {}, time), ['feed']), time)
    const later = await wallet(begun.trusted)
    expect([later.faults, later.trusted.policy.document.parameters, later.trusted.feeds.document.seq]).toEqual([[], { 'spree.sites': 4 }, 3])
    folder.write('policy.json', first)
    expect((await wallet(later.trusted)).faults).toEqual([{ role: 'policy', fault: 'rolled-back' }])
    // The published build has nobody's keys, and says so.
    expect(readFileSync(releasedFile, 'utf8')).toBe('{ "release": null }\n')
  })
})
