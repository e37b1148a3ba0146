import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { allowed } from './allowed'
import { faultsOf, installed, isShipped, nameOf, tarballOf, type Lock, type Locked, type Project } from './lock'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const project: Project = packageJson

describe('what is installed', () => {
  it('is what was looked at: one version each, by its hash, from the public registry, under terms that are fine', () => {
    expect(faultsOf(project, lock, allowed)).toEqual([])
  })

  it('runs nothing while it is installed', () => {
    const settings = readFileSync('.npmrc', 'utf8').split('\n')
    expect(settings).toEqual(expect.arrayContaining(['ignore-scripts=true', 'save-exact=true', 'omit-lockfile-registry-resolved=true']))
    // Nobody's own registry is written down: whoever installs this decides whom they ask.
    expect(settings.join('\n')).not.toMatch(/registry=|_auth|token/i)
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) expect(packageJson.scripts).not.toHaveProperty(script)
  })

  it('is little that is shipped', () => {
    const shipped = installed(lock).filter(([, locked]) => isShipped(locked)).map(([folder, locked]) => nameOf(folder, locked))
    // Each of package.json, and three that some of those bring along.
    expect(shipped.filter((name) => !(name in packageJson.dependencies))).toEqual(['@preact/signals-core', '@zxcvbn-ts/dictionary-compression', 'fastest-levenshtein'])
    for (const name of Object.keys(packageJson.dependencies)) expect(shipped).toContain(name)
  })
})

describe('what is wrong with a lock file', () => {
  const integrity = `sha512-${'A'.repeat(86)}==`
  const good: Locked = { version: '1.2.3', integrity, license: 'MIT' }
  const lists = { installScripts: {}, licences: { MIT: '' }, shippedLicences: ['MIT'] }
  const faults = (changed: Locked, folder = 'node_modules/@of/one') => {
    const root = { dependencies: { '@of/one': '1.2.3' } }
    return faultsOf({ ...root, devDependencies: {} }, { lockfileVersion: 3, packages: { '': root, [folder]: { ...good, ...changed } } }, lists)
  }

  it('is nothing where nothing is', () => {
    expect(faults({})).toEqual([])
    expect(faults({ resolved: 'https://registry.npmjs.org/@of/one/-/one-1.2.3.tgz' })).toEqual([])
    expect(faults({ name: 'other', resolved: 'https://registry.npmjs.org/other/-/other-1.2.3.tgz' }, 'node_modules/x/node_modules/one')).toEqual([])
  })

  it.each<[string, Locked]>([
    ['another host', { resolved: 'https://registry.example/@of/one/-/one-1.2.3.tgz' }],
    ['another package', { resolved: 'https://registry.npmjs.org/@of/two/-/two-1.2.3.tgz' }],
    ['another version', { resolved: 'https://registry.npmjs.org/@of/one/-/one-1.2.4.tgz' }],
    ['no encryption', { resolved: 'http://registry.npmjs.org/@of/one/-/one-1.2.3.tgz' }],
    ['a repository', { version: 'git+ssh://git@github.com/of/one.git#0123456' }],
    ['a folder', { link: true }],
    ['another package’s own', { inBundle: true }],
    ['a weak hash', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
    ['no hash', { integrity: '' }],
    ['a program at installing', { hasInstallScript: true }],
    ['terms that nobody has looked at', { license: 'GPL-3.0-only' }],
  ])('%s', (_, changed) => expect(faults(changed)).not.toEqual([]))

  it('a licence for development, in what is shipped', () => {
    const root = { dependencies: {}, devDependencies: {} }
    const judged = (dev: boolean) => faultsOf(root, { lockfileVersion: 3, packages: { '': root, 'node_modules/one': { ...good, license: 'ISC', dev } } }, { ...lists, licences: { ISC: '' } })
    expect(judged(true)).toEqual([])
    expect(judged(false)).toHaveLength(1)
  })

  it.each(['^1.2.3', '~1.2.3', '1.x', '>=1', '*', 'latest', '', 'git+https://example.com/a.git', 'file:../a', 'https://example.com/a.tgz', 'npm:a@^1.0.0'])('“%s” in package.json', (wanted) => {
    const root = { dependencies: { a: wanted }, devDependencies: {} }
    expect(faultsOf(root, { lockfileVersion: 3, packages: { '': root } }, { ...lists, licences: {} })).toHaveLength(1)
    expect(faultsOf({ dependencies: {}, devDependencies: {}, overrides: { b: { a: wanted } } }, { lockfileVersion: 3, packages: {} }, { ...lists, licences: {} })).toHaveLength(1)
  })

  it('something in one of the two files only', () => {
    const empty = { dependencies: {}, devDependencies: {} }
    expect(faultsOf({ ...empty, devDependencies: { a: '1.0.0' } }, { lockfileVersion: 3, packages: { '': empty } }, { ...lists, licences: {} })).toEqual(['a is 1.0.0 in package.json and nothing in the lock file.'])
  })

  it('what is allowed and not asked for', () => {
    const empty = { dependencies: {}, devDependencies: {} }
    expect(faultsOf(empty, { lockfileVersion: 3, packages: {} }, { ...lists, installScripts: { gone: '' } })).toHaveLength(2)
  })
})

it('a tarball lies where the registry keeps it', () => {
  expect(tarballOf('dexie', { version: '4.4.7' })).toBe('https://registry.npmjs.org/dexie/-/dexie-4.4.7.tgz')
  expect(tarballOf('@scure/base', { version: '2.4.0' })).toBe('https://registry.npmjs.org/@scure/base/-/base-2.4.0.tgz')
})
