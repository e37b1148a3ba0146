import fc from 'fast-check'
import { expect, it } from 'vitest'
import { namesAnotherSite } from './realm'

const page = 'https://www.wren-news.com/2026/wren'

it.each([
  ['another site', 'owl-post.com', page, true],
  ['with a port', 'owl-post.com:8443', page, true],
  ['as an address', 'https://owl-post.com/articles', page, true],
  ['in capitals', 'OWL-POST.COM', page, true],
  ['with a dot behind', 'owl-post.com.', page, true],
  ['another site, for a page at a hosting company', 'owl-post.com', 'https://wren.vercel.app/', true],
  ['in the end of its name only', 'wren-news.com.owl-post.com', page, true],
  ['the page’s host', 'www.wren-news.com', page, false],
  ['its site', 'wren-news.com', page, false],
  ['a sister host', 'api.wren-news.com', page, false],
  ['its origin', 'https://www.wren-news.com', page, false],
  ['another alphabet', 'bücher.de', 'https://xn--bcher-kva.de/', false],
  ['a name for people', 'MPP Payment', page, false],
  ['a version', 'v2.0', page, false],
  ['nothing', '', page, false],
  ['the hosting company’s name for it', 'wren-abc123.vercel.app', page, false],
  ['the same of others', 'wren.onrender.com', page, false],
  ['the same of others', 'wren.up.railway.app', page, false],
  ['the same of others', 'wren-x7.westeurope-01.azurewebsites.net', page, false],
  ['an application’s name', 'wren-news', page, false],
  ['a public suffix', 'github.io', page, false],
  ['the server’s own network', 'localhost', page, false],
  ['a machine', 'web-1', page, false],
  ['a cluster', 'paywall.default.svc.cluster.local', page, false],
  ['a number', '10.0.0.7', page, false],
  ['a long number', '[fd00::7]', page, false],
])('%s: %j', (_, realm, answered, another) => expect(namesAnotherSite(realm, answered)).toBe(another))

it('never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }), (realm, answered) => void namesAnotherSite(realm, answered)))
})
