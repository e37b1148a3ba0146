import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { release as published } from '../../src/background/policy/release'
import { keepers, machine, testKey, writers } from '../../src/core/policy/policy.fixtures'
import build, { releaseOfTests, withTestRelease } from '../../webpack.config'
import { testRelease } from './released'
import { release } from './release'

const text = readFileSync(new URL('released.json', import.meta.url), 'utf8')

it('the build for driven browsers has the public keys of the tests, and no secret one', () => {
  expect(release).toEqual(testRelease)
  for (const { public: key, secret } of [...keepers, ...writers, ...machine]) {
    expect(text).toContain(key)
    const der = secret.export({ format: 'der', type: 'pkcs8' })
    expect(text).not.toContain(der.subarray(-32).toString('hex'))
  }
  expect(text).not.toContain(testKey(14).public)
})

it('what is published has no keys, and nothing puts any in: it looks for no updates', () => {
  expect(published).toBeNull()
  const replaced = (env: { readonly access?: string }): boolean[] => build(env, {}).map(({ plugins }) => plugins?.includes(releaseOfTests) ?? false)
  expect(replaced({})).toEqual([false, false])
  expect(replaced({ access: 'granted' })).toEqual([true, true])
  const wanted = { context: fileURLToPath(new URL('../../src/background/policy', import.meta.url)), request: './release' }
  withTestRelease(wanted)
  expect(wanted.request).toBe(fileURLToPath(new URL('release.ts', import.meta.url)))
  const other = { context: '/elsewhere', request: './release' }
  withTestRelease(other)
  expect(other.request).toBe('./release')
})
