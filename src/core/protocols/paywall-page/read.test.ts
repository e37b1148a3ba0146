import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestScript, maySayWhatToPay } from './detect'
import { readPaywallData, readPaywallScript } from './index'
import { quotedScript, versionTwoScript } from './paywall-page.fixtures'

const page = 'https://news.example/2026/wren?ref=front'
const entries = [{ scheme: 'exact', network: 'base', maxAmountRequired: '10000' }]
const data = { amount: 0.01, paymentRequirements: entries, testnet: true, currentUrl: '/2026/wren?ref=front' }
const script = (assigned: string) => `\n<!-- -->\n  window.x402 = ${assigned};\n  console.log('Payment requirements initialized:', window.x402);\n`
const read = (change: Record<string, unknown>, at = page) => readPaywallData(JSON.stringify({ ...data, ...change }), at)

describe('the page of version 2', () => {
  it('is known by the script it was made with', () => {
    expect(readPaywallScript(versionTwoScript, page)).toEqual({ version: 2, url: page, testnet: true })
  })

  it('is known whatever quotes and braces its texts have', () => {
    const url = 'https://news.example/2026/o\'wren?q="a\\b"'
    expect(readPaywallScript(quotedScript, 'https://news.example/')).toEqual({ version: 2, url: new URL(url).href, testnet: true })
  })

  it('may hold a challenge of version 1', () => {
    expect(read({ paymentRequirements: undefined, paymentRequired: { x402Version: 1, accepts: entries } })).toMatchObject({ version: 1 })
  })
})

describe('other spellings', () => {
  it.each<[string, string]>([
    ['all JSON', script(JSON.stringify(data))],
    ['on one line', `window.x402={amount:.01,paymentRequirements:${JSON.stringify(entries)},testnet:true,currentUrl:"/2026/wren?ref=front"}`],
    ['an amount that is none', script(`{ amount: NaN, paymentRequirements: ${JSON.stringify(entries)}, testnet: true, currentUrl: "/2026/wren?ref=front" }`)],
    ['code among the data', script(`{ now: Date.now(1, [2], {a: ")"}), paymentRequirements: ${JSON.stringify(entries)}, testnet: true, currentUrl: "/2026/wren?ref=front", ...rest }`)],
    ['apostrophes and ticks', script(`{ appName: 'a, "b} \\' c', other: \`{\`, paymentRequirements: ${JSON.stringify(entries)}, testnet: true, currentUrl: "/2026/wren?ref=front" }`)],
    ['a label behind the literal', `window.x402 = ${JSON.stringify(data)}\ncurrentUrl: "/other"`],
    ['a later word beats an earlier one', script(`{ currentUrl: "/a", paymentRequirements: ${JSON.stringify(entries)}, testnet: true, currentUrl: "/2026/wren?ref=front" }`)],
  ])('%s', (_, text) => expect(readPaywallScript(text, page)).toEqual({ version: 1, url: page, testnet: true }))

  it('the data themselves', () => expect(read({})).toEqual({ version: 1, url: page, testnet: true }))
})

describe('what it wants paid is never elsewhere', () => {
  it.each([
    ['', page],
    ['/other?a=1#part', 'https://news.example/other?a=1'],
    ['http://news.example:8080/2026/wren', 'https://news.example/2026/wren'],
    ['https://origin.news.example/2026/wren?ref=front', page],
    ['https://other.example/2026/owl', page],
    ['//other.example/', page],
    ['https://news.example//other.example/', 'https://news.example//other.example/'],
    ['https://user:secret@news.example/a', 'https://news.example/a'],
    ['javascript:alert(1)', page],
    ['https://', page],
    ['x'.repeat(5000), page],
    [5, page],
    [undefined, page],
  ])('%j', (currentUrl, url) => expect(read({ currentUrl }, `${page}#top`)?.url).toBe(url))
})

describe('every other page is left alone', () => {
  it.each<[string, string]>([
    ['no script', ''],
    ['another script', 'window.y402 = {}'],
    ['only a mention', 'if (window.x402) start(window.x402)'],
    ['no literal', script('load()')],
    ['nothing in it', script('{}')],
    ['no entries', script('{ paymentRequirements: [], currentUrl: "/" }')],
    ['entries of another kind', script('{ paymentRequirements: [{"price":1}] }')],
    ['a challenge of no known version', script('{ paymentRequired: {"x402Version":3,"accepts":[]} }')],
    ['a challenge without entries', script('{ paymentRequired: {"x402Version":2} }')],
    ['entries that are no JSON', script('{ paymentRequirements: entries, currentUrl: "/" }')],
    ['a literal that does not end', script(JSON.stringify(data)).slice(0, 60)],
    ['the page’s program, which is long', `${versionTwoScript}${' '.repeat(longestScript)}`],
  ])('%s', (_, text) => expect(readPaywallScript(text, page)).toBeNull())

  it.each(['', 'null', '[]', '5', '"window.x402"', '{}', '{"paymentRequirements":{}}', `{"paymentRequired":${'['.repeat(5000)}`])('data %s', (json) => {
    expect(readPaywallData(json, page)).toBeNull()
  })

  it('data that are too long', () => expect(read({ padding: 'x'.repeat(longestScript) })).toBeNull())
})

describe('whatever a page says', () => {
  const member = fc.constantFrom('paymentRequired', '"paymentRequirements"', 'currentUrl', 'testnet', '"', '{', '}', '[', ']', ':', ',', "'", '\\', '`', ' ', 'true', '"/a"', JSON.stringify(entries))
  const anyScript = fc.oneof(
    fc.array(member, { maxLength: 30 }).map((parts) => `window.x402 = {${parts.join('')}`),
    fc.record({ paymentRequirements: fc.jsonValue(), currentUrl: fc.webUrl(), testnet: fc.jsonValue() }).map((json) => script(JSON.stringify(json))),
    fc.string({ unit: 'binary' }).map(script),
  )

  it('it is never believed about another site, and nothing throws', () => {
    fc.assert(
      fc.property(anyScript, (text) => {
        for (const said of [readPaywallScript(text, page), readPaywallData(text, page)]) {
          if (said !== null) expect(new URL(said.url).origin).toBe('https://news.example')
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('it is read in one pass, however long', { timeout: 5000 }, () => {
    const parts = ['window.x402 = {', 'window.x402   ', 'window.x402 = {a:"\\"', '{', '"', "'", '\\', ' ', 'a', 'a:1,', '"\\', '\\\'', '(']
    for (const part of parts) {
      const text = `window.x402 = {${part.repeat(Math.floor((longestScript - 20) / part.length))}`
      expect(maySayWhatToPay(text)).toBe(true)
      expect(readPaywallScript(text, page)).toBeNull()
    }
  })
})
