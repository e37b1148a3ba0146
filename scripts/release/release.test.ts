import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { forStore } from './from-source'
import { committed } from './source'
import { differences, sumsOf } from './sums'
import { unzip, zipOf, type Entry } from './zip'

const file = (name: string, content: string): Entry => ({ name, content: Buffer.from(content) })

describe('what the stores are given', () => {
  const manifest = file('manifest.json', JSON.stringify({ manifest_version: 3, key: 'AAAA', version: '1.0.0' }))
  const manifestFor = (build: 'chrome' | 'firefox') => JSON.parse(forStore(build, [file('a.js', ''), manifest])[1]?.content.toString() ?? '') as unknown

  it('is what was built, without a key where the store gives one', () => {
    expect(manifestFor('chrome')).toEqual({ manifest_version: 3, version: '1.0.0' })
    expect(manifestFor('firefox')).toEqual({ manifest_version: 3, key: 'AAAA', version: '1.0.0' })
  })
})

// Reviewers have no history, and the source already.
describe.skipIf(!existsSync('.git'))('what reviewers are given', () => {
  const source = existsSync('.git') ? committed() : []
  const names = source.map(({ name }) => name)

  it('is what was committed: all that a build needs, and nothing from around it', () => {
    expect(names).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', '.npmrc', 'webpack.config.ts', 'README.md', 'LICENSE', 'src/background/main.ts']))
    expect(names.filter((name) => /^(?:\.git|node_modules|dist|\.cache)\//.test(name))).toEqual([])
    expect(source.filter(({ isProgram }) => isProgram === true).map(({ name }) => name)).toContain('.ci/run')
  })

  it('comes out of its zip as it went in', async () => {
    expect(differences(unzip(await zipOf(source)), source)).toEqual([])
  })
})

it('sums are written as sha256sum reads them', () => {
  expect(sumsOf([file('a', '')])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n')
})

it('a difference is a file that is missing, new or changed', () => {
  expect(differences([file('same', '1'), file('gone', '1'), file('changed', '1')], [file('same', '1'), file('new', '1'), file('changed', '2')])).toEqual(['changed', 'gone', 'new'])
})
