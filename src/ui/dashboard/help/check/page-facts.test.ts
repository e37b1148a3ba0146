// @vitest-environment happy-dom
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { pageFacts as accepted } from '../../../../core/selling-check/facts'
import { pageFacts } from './page-facts'

const page = `<!doctype html><html lang="de" style="overflow: hidden"><head><title>Die Fähre</title>
<link rel="me payment" href="/tips"><script type="application/ld+json">{"isAccessibleForFree":false}</script><script src="/pay-tip.js"></script></head>
<body><pay-wall class="paywall" src="/parts/1" price="0.10"><p>Anfang</p><a href="/parts/1">Weiter</a></pay-wall>
<pay-tip><a href="ethereum:0xabc@1">Danke</a></pay-tip><a href="ethereum:0xdef@1">Danke</a></body></html>`

it('reads what the checker looks at', () => {
  expect(pageFacts(page)).toEqual({
    tags: [{ src: '/parts/1', price: '0.10', className: 'paywall', links: ['/parts/1'] }],
    tips: ['/tips'],
    accounts: { hasTipScript: true, links: [{ href: 'ethereum:0xabc@1', isInTag: true }, { href: 'ethereum:0xdef@1', isInTag: false }] },
    linkedData: ['{"isAccessibleForFree":false}'],
    language: 'de',
    title: 'Die Fähre',
    rootStyles: ['overflow: hidden', ''],
  })
})

it('sends the worker nothing that it refuses, however much there is in a page', () => {
  const long = 'x'.repeat(9000)
  const much = `<html lang="${long}"><title>${long}</title>${`<pay-wall src="${long}" price="${long}"><a href="${long}">x</a></pay-wall>`.repeat(3)}${'<pay-wall></pay-wall>'.repeat(1200)}<script type="application/ld+json">${'y'.repeat(300_000)}</script></html>`
  for (const html of ['', 'no page at all', much]) {
    const read = v.safeParse(accepted, { url: 'https://a.example/', status: 200, headers: {}, isWhole: true, inPage: pageFacts(html) })
    expect(read.issues).toBeUndefined()
  }
})
