// @vitest-environment happy-dom
import * as v from 'valibot'
import { beforeEach, expect, test, vi } from 'vitest'
import { pageCases } from '../core/protocols/corpus/pages.fixtures'
import { longestScript, maxScripts } from '../core/protocols/named/detect'
import { readHints } from '../core/protocols/named/page'
import { contract, type Input } from '../messaging/contract'

const sendMessage = vi.fn()
const top = window

beforeEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
  vi.stubGlobal('browser', { runtime: { sendMessage } })
  sendMessage.mockReset().mockResolvedValue({ ok: true, value: null })
})

/** Injects the script into a page, and gives what it tells: as the worker reads it, or null for silence. */
async function lookAt(html: string): Promise<Input<'page.hints'>['hints'] | null> {
  vi.stubGlobal('document', new DOMParser().parseFromString(html, 'text/html'))
  await import('./hints')
  expect(sendMessage.mock.calls.length).toBeLessThanOrEqual(1)
  const [message] = (sendMessage.mock.calls as unknown as [{ type: string; input: unknown }][]).flat()
  if (message === undefined) return null
  expect(message.type).toBe('page.hints')
  return v.parse(contract['page.hints'].input, message.input).hints
}

const saysNotFree = '{"@type":"NewsArticle","isAccessibleForFree":false}'
const described = (json: string) => `<script type="application/ld+json">${json}</script>`
const wall = '<p data-component-name="Paywall">Subscribe</p>'

test.each(pageCases)('$name: what is told means what is there', async ({ html, expected }) => {
  expect(readHints((await lookAt(html)) ?? []).map(({ convention }) => convention)).toEqual(expected)
})

test.each([
  ['an ordinary page', '<h1>The wren</h1><p>All of it.</p>'],
  ['an article that is free', described('{"@type":"NewsArticle","isAccessibleForFree":true}')],
  ['a page full of other descriptions', described('{"@type":"BreadcrumbList"}').repeat(500)],
])('nothing is said of %s', async (_name, html) => {
  expect(await lookAt(html)).toBeNull()
})

test('what is found is told once, and the page is left as it was and hears of nothing', async () => {
  const html = `<title>Essay</title>${wall}${described(saysNotFree)}`
  const found = await lookAt(html)
  expect(found).toEqual([{ kind: 'substack', value: '' }, { kind: 'ld+json', value: saysNotFree }])
  expect(document.documentElement.outerHTML).toBe(new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML)
})

test('a page cannot make it say much: few scripts, none too long, none after many others', async () => {
  const long = described(saysNotFree.replace('"NewsArticle"', `"NewsArticle","articleBody":"${'a'.repeat(longestScript)}"`))
  const found = await lookAt(wall.repeat(1000) + long + described(saysNotFree).repeat(1000))
  expect(found?.map(({ kind }) => kind)).toEqual(['substack', ...Array.from({ length: maxScripts }, () => 'ld+json')])
  sendMessage.mockClear()
  vi.resetModules()
  expect(await lookAt(described('{}').repeat(1000) + described(saysNotFree))).toBeNull()
})

test('a frame is left alone', async () => {
  vi.stubGlobal('window', Object.create(top, { top: { value: {} } }))
  expect(await lookAt(wall)).toBeNull()
})
