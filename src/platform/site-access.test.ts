import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const given = vi.hoisted(() => new Set<string>())
vi.mock('./browser', () => ({
  browser: {
    permissions: {
      getAll: async () => ({ origins: [...given] }),
      contains: async ({ origins }: { origins: string[] }) => origins.every((pattern) => given.has(pattern)),
      remove: async ({ origins }: { origins: string[] }) => {
        if (origins.includes('https://for-good.example/*')) throw new Error('required')
        return origins.every((pattern) => given.delete(pattern))
      },
    },
  },
}))
import { giveBackSites, mayAsk, patternOf } from './site-access'

beforeEach(() => given.clear())
afterEach(() => vi.unstubAllGlobals())

test('leave is given for a host, whatever its port and its page', () => {
  expect(patternOf('https://www.news.example:8443/wren?from=card#top')).toBe('https://www.news.example/*')
})

test('only Firefox wants every site named; there it counts what was named', async () => {
  expect(await mayAsk('https://news.example/wren')).toBe(true)
  vi.stubGlobal('location', { protocol: 'chrome-extension:' })
  expect(await mayAsk('https://news.example/wren')).toBe(true)
  vi.stubGlobal('location', { protocol: 'moz-extension:' })
  expect(await mayAsk('https://news.example/wren')).toBe(false)
  given.add('https://news.example/*')
  expect(await mayAsk('https://news.example/wren')).toBe(true)
  expect(await mayAsk('http://news.example/wren')).toBe(false)
})

test('what was allowed for a site is given back with it, and nothing else', async () => {
  for (const pattern of ['*://*/*', 'https://for-good.example/*', 'https://news.example/*', 'https://bank.example/*']) given.add(pattern)
  await giveBackSites((url) => new URL(url).host !== 'bank.example')
  expect([...given]).toEqual(['*://*/*', 'https://for-good.example/*', 'https://bank.example/*'])
})
