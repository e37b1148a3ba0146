// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { versionTwoScript } from '../core/protocols/paywall-page/paywall-page.fixtures'
import { tellsPrograms } from './stock-paywall'

const page = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

test('a page made for other wallets is known by the data in its script', () => {
  expect(tellsPrograms(page(`<head><script>${versionTwoScript}</script></head><body>Payment required</body>`))).toBe(true)
})

test.each([
  ['a page of words', '<p>window.x402 is written here</p>'],
  ['a script of another file', '<script src="/window.x402.js"></script>'],
  ['a program of two million letters', `<script>${'x'.repeat(70_000)}window.x402</script>`],
  ['a hundred scripts before it', `${'<script>1</script>'.repeat(100)}<script>${versionTwoScript}</script>`],
])('%s is none', (_, html) => {
  expect(tellsPrograms(page(html))).toBe(false)
})

test('a refusal that is data is asked again as data', () => {
  const json = page('')
  for (const [type, expected] of [['application/json', true], ['application/problem+json', true], ['text/html', false], ['text/plain', false]] as const) {
    Object.defineProperty(json, 'contentType', { configurable: true, value: type })
    expect(tellsPrograms(json), type).toBe(expected)
  }
})
