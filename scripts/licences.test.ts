import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { licencesText, noticeOf, packageFolder } from './licences'

const dependencies = Object.keys(packageJson.dependencies)
const notices = dependencies.map((name) => noticeOf(`node_modules/${name}`))

describe('what packages ask to be told of them', () => {
  it.each(notices)('$name: how it may be used, and whose it is', ({ licence, copyrights, terms }) => {
    expect(licence).toMatch(/MIT|Apache-2.0|MPL-2.0/)
    expect(terms.length).toBeGreaterThan(0)
    // These two name nobody in their licence.
    if (!licence.includes('MPL-2.0')) expect(copyrights.length).toBeGreaterThan(0)
    for (const line of copyrights) expect(line).toMatch(/^(copyright|©|\(c\)) /i)
  })

  it('is not guessed', () => expect(() => noticeOf('scripts')).toThrow())
})

describe('the text of all', () => {
  const text = licencesText(notices, ['A list (MIT License) Copyright somebody'])

  it('names each of them', () => {
    for (const { name, copyrights } of notices) for (const line of [name, ...copyrights]) expect(text).toContain(line)
    expect(text).toContain('A list (MIT License)')
  })

  it('has the terms of each, and no terms twice', () => {
    const [, ...terms] = text.split(/\nTerms \d+\n/)
    const asked = [...text.matchAll(/; terms ([\d, ]+)\)/g)].flatMap(([, places = '']) => places.split(', ').map(Number))
    expect(new Set(asked)).toEqual(new Set(terms.map((_, at) => at + 1)))
    expect(text.split('Permission is hereby granted').length - 1).toBeLessThanOrEqual(2)
    expect(text.split('TERMS AND CONDITIONS FOR USE').length - 1).toBe(1)
  })

  it('is the same whatever the order', () => expect(licencesText([...notices].reverse(), [])).toBe(licencesText(notices, [])))
})

it.each([
  ['/a/node_modules/dexie/dist/modern/dexie.min.mjs', '/a/node_modules/dexie'],
  ['/a/node_modules/@scure/base/index.js', '/a/node_modules/@scure/base'],
  ['/a/node_modules/x/node_modules/y/index.js', '/a/node_modules/x/node_modules/y'],
  ['/a/src/core/hex.ts', null],
])('%s is of %s', (path, folder) => expect(packageFolder(path)).toBe(folder))
