import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPage, type Cut } from './cut'

const page = new URL('https://ada.example/essays/ferry')
const options = { page, addressOf: (number: number) => `/farthing/parts/${number}/essays/ferry` }
const secret = 'Nobody who has not paid may read that the ferryman kept two sets of books.'

function cut(html: string): Cut {
  const done = cutPage(html, options)
  if (!done.ok) throw new Error(done.error)
  return done.value
}
const faultOf = (html: string): string => {
  const done = cutPage(html, options)
  return done.ok ? `cut: ${done.value.forAll}` : done.error
}

const essay = `<!DOCTYPE html>
<html lang="en">
<head><title>The ferry</title>
<link rel="stylesheet" href="../style.css"></head>
<body>
<h1>The  ferry</h1>
<pay-wall price="0.10" currency="USD" keep="forever">
  <p>It leaves at six.</p>
  <section data-paid>
    <h2 id=night>At night</h2>
    <p>${secret} <a href="#note">1</a></p>
    <section><img src="pictures/boat.png" srcset="pictures/boat.png 1x, /big.png 2x" alt=""></section>
  </section>
  <p>It comes back at <a href='#note'>seven</a>.</p>
</pay-wall>
<p id="note">&copy; Ada</p>
</body>
</html>
`

describe('what everybody gets', () => {
  it('is the author’s page without what is sold, with an address in its place', () => {
    expect(cut(essay).forAll).toBe(`<!DOCTYPE html>
<html lang="en">
<head><title>The ferry</title>
<link rel="stylesheet" href="../style.css"><script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","headline":"The ferry","mainEntityOfPage":"https://ada.example/essays/ferry","isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paywall"}}</script></head>
<body>
<h1>The  ferry</h1>
<pay-wall src="/farthing/parts/1/essays/ferry" class="paywall" words="18" price="0.10" currency="USD" keep="forever">
  <p>It leaves at six.</p>
  ${''}
  <p>It comes back at <a href='#note'>seven</a>.</p>
<a href="/farthing/parts/1/essays/ferry">Read the rest ($0.10)</a></pay-wall>
<p id="note">&copy; Ada</p>
</body>
</html>
`)
  })

  it('keeps classes, counts and links that the author wrote', () => {
    const own = `<pay-wall class='rest of it' words=1200 price=1 ><a href="/farthing/parts/1/essays/ferry">On</a><i data-paid>${secret}</i></pay-wall>`
    expect(cut(own).forAll).toContain(`<pay-wall src="/farthing/parts/1/essays/ferry" class="rest of it paywall" words=1200 price=1 ><a href="/farthing/parts/1/essays/ferry">On</a></pay-wall>`)
  })

  it('is the same page where nothing is for sale', () => {
    for (const html of ['', 'text', '<p>free', '<pay-wall src="/x"><p>Teaser</p></pay-wall>', '<pre>&lt;section data-paid&gt;</pre>', `<script>document.querySelector('[data-paid]')</script>`, '<template><pay-wall></pay-wall></template>'])
      expect(cut(html)).toMatchObject({ forAll: html, parts: [] })
  })

  it('leaves lines as they end', () => {
    const windows = essay.replaceAll('\n', '\r\n')
    expect(cut(windows).forAll).toContain('<p>It leaves at six.</p>\r\n  \r\n  <p>It comes back')
    expect(cut(windows).parts[0]?.fragment).toContain('</section>\r\n  </section>\r\n')
  })

  it('does not tell by its length how much is sold', () => {
    const of = (text: string) => cut(`<pay-wall price="1" words="9"><p data-paid>${text}</p></pay-wall>`).forAll.length
    expect(of('a'.repeat(9))).toBe(of('a b'.repeat(9000)))
  })
})

describe('what is sold', () => {
  it('is what the tag holds, with addresses that are good anywhere', () => {
    expect(cut(essay).parts).toEqual([
      {
        number: 1,
        keep: 'forever',
        title: 'The ferry',
        price: 100_000n,
        fragment: `
  <p>It leaves at six.</p>
  <section data-paid>
    <h2 id=night>At night</h2>
    <p>${secret} <a href="#note">1</a></p>
    <section><img src="/essays/pictures/boat.png" srcset="/essays/pictures/boat.png 1x, /big.png 2x" alt=""></section>
  </section>
  <p>It comes back at <a href='#note'>seven</a>.</p>
`,
      },
    ])
  })

  it('is the author’s page to the last byte for those who have paid, where it is read at its own address', () => {
    expect(cut(essay).whole(new Set([1]))).toBe(essay)
  })

  it('is read elsewhere with its pictures, and its notes stay in it', () => {
    const whole = cut(essay).whole(new Set([1]), '/farthing/parts/1/essays/ferry')
    expect(whole).toContain('<head><base href="/essays/ferry"><title>')
    expect(whole.match(/href="\/farthing\/parts\/1\/essays\/ferry#note"/g)).toHaveLength(2)
    expect(whole).toContain('href="../style.css"')
  })

  it('is found from a page whose base is another site', () => {
    const based = essay.replace('<head>', '<head><base href="https://cdn.example/">')
    expect(cut(based).forAll).toContain('src="https://ada.example/farthing/parts/1/essays/ferry"')
    expect(cut(based).forAll).toContain('<a href="https://ada.example/farthing/parts/1/essays/ferry">')
  })

  it('is read elsewhere from the base that the author named', () => {
    const based = essay.replace('<head>', '<head><base href="v2/">')
    expect(cut(based).whole(new Set([1]), '/x')).toContain('<base href="https://ada.example/essays/v2/">')
    expect(cut(based).parts[0]?.fragment).toContain('src="/essays/v2/pictures/boat.png"')
  })

  it('drops what was said before it was paid', () => {
    const html = `<pay-wall price="1"><p data-unpaid>Ten cents.</p><a href="/farthing/parts/1/essays/ferry">On</a><p data-paid>${secret}</p></pay-wall>`
    expect(cut(html).parts[0]?.fragment).toBe(`<p data-paid>${secret}</p>`)
    expect(cut(html).forAll).toContain('<p data-unpaid>Ten cents.</p>')
  })

  it('is numbered by tags that sell, each with a price of its own', () => {
    const html = `<title>T</title><pay-wall src="/own"></pay-wall><pay-wall price="0.10"><p data-paid>one</p><i>and</i><p data-paid>more</p></pay-wall><pay-wall price="2" currency="usdc" title="Second"><p data-paid>two</p></pay-wall>`
    const { parts, whole, forAll } = cut(html)
    expect(parts.map(({ number, title, price }) => ({ number, title, price }))).toEqual([
      { number: 1, title: 'T', price: 100_000n },
      { number: 2, title: 'Second', price: 2_000_000n },
    ])
    expect(whole(new Set([2]))).toContain('<p data-paid>two</p>')
    expect(whole(new Set([2]))).not.toContain('one')
    expect(forAll).not.toMatch(/one|more|two/)
  })
})

describe('a page in doubt is not shown', () => {
  const wall = (inner: string, price = '0.10') => `<pay-wall price="${price}">${inner}</pay-wall>`
  const sold = `<section data-paid>${secret}</section>`

  it.each([
    ['without a price', `<pay-wall>${sold}</pay-wall>`, 'no price'],
    ['with a price that is none', wall(sold, '0,10'), 'is no price'],
    ['free of charge', wall(sold, '0.00'), 'is no price'],
    ['below what can be paid', wall(sold, '0.0000001'), 'is no price'],
    ['dearer than a house', wall(sold, '10000.01'), 'is no price'],
    ['in another currency', `<pay-wall price="1" currency="EUR">${sold}</pay-wall>`, 'in USD'],
    ['with an address of its own', `<pay-wall price="1" src="/x">${sold}</pay-wall>`, 'takes no src'],
    ['that is not closed', `<pay-wall price="1">${sold}`, 'not closed'],
    ['whose part is not closed', `<pay-wall price="1"><section data-paid>${secret}</pay-wall>`, 'not closed'],
    ['whose part is a picture', wall('<img data-paid src="x.png">'), 'not closed'],
    ['that is closed too early', wall(`<span data-paid>${secret}</pay-wall></span>`), 'not closed'],
    ['whose part is outside of it', `${sold}<pay-wall price="1"></pay-wall>`, 'outside of any'],
    ['that a paragraph is closed by', `<p>Text ${wall(sold)}`, 'outside of any'],
    ['that is itself marked', `<pay-wall data-paid price="1">${secret}</pay-wall>`, 'not on the tag'],
    ['in another', wall(wall(sold) + sold), 'inside another'],
    ['in what another sells', wall(`<div data-paid>${secret}${wall(sold)}</div>`), 'inside another'],
    ['with another in it', wall(`<pay-wall src="/x"></pay-wall>${sold}`), 'inside another'],
    ['in a template', `<template>${wall(sold)}</template>`, '<template>'],
    ['whose part is in a template', wall(`<template>${sold}</template>`), '<template>'],
    ['in a script', `<script>const more = '${sold}'</script>`, 'cannot be cut'],
    ['in data for a script', `<script type="application/json">{"html":${JSON.stringify(wall(sold)).replaceAll('<', String.raw`\u003c`)}}</script>`, 'cannot be cut'],
    ['in a noscript', `<noscript>${wall(sold)}</noscript>`, 'cannot be cut'],
    ['in a text area', `<textarea>${wall(sold)}</textarea>`, 'cannot be cut'],
    ['in an attribute', `<iframe srcdoc="${wall(sold).replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"></iframe>`, 'cannot be cut'],
    ['as a row without a table', wall(`<tr data-paid><td>${secret}</td></tr>`), 'cannot be cut'],
    ['as a row without a table, beside one that is well', wall(`${sold}<tr data-paid><td>${secret}</td></tr>`), 'broken'],
    ['in a list of choices', `<select>${wall(`<option data-paid>${secret}</option>`)}</select>`, ''],
    ['in a tag that never ends', `${wall(sold)}<p title="${sold}`, 'cannot be cut'],
    ['whose part ends before it should', wall(`<section data-paid><p>a</p></section> ${secret}</section>`), 'broken'],
    ['in a table', `<table>${wall(`<tr data-paid><td>${secret}</td></tr>`)}</table>`, ''],
    ['with bold that is never closed', `<b>${wall(`${sold}<p data-paid>${secret}</b></p>`)}`, 'outside of any'],
  ])('%s', (_, html, why) => {
    const fault = faultOf(html)
    expect(fault).toContain(why)
    expect(fault).not.toContain(secret)
  })

  it('but a comment that once was for sale is emptied', () => {
    expect(cut(`<!-- ${sold} --><p>Free</p><!-- free too -->`).forAll).toBe('<!----><p>Free</p><!-- free too -->')
  })
})

describe('what is sold, once more where nobody reads it', () => {
  const text = Array.from({ length: 60 }, (_, at) => `sentence ${at} of “those” that are sold here.`).join(' ')
  const sold = `<pay-wall price="1"><p data-paid>${text.replace('here', '<b>here</b>')}</p></pay-wall>`
  const json = JSON.stringify({ '@type': 'Article', isAccessibleForFree: false, articleBody: text, hasPart: { isAccessibleForFree: false, cssSelector: '.paywall' } })

  it.each([
    ['as an article’s body', `<script type="application/ld+json">${json}</script>`],
    ['as the state of a script', `<script>window.state = ${JSON.stringify(`<p>${text}</p>`).replaceAll('<', String.raw`\u003c`).replaceAll('“', String.raw`\u201c`)}</script>`],
    ['in a comment', `<!-- ${text} -->`],
    ['in an attribute', `<div data-text="${text}"></div>`],
    ['in a noscript', `<noscript><p>${text}</p></noscript>`],
    ['in a template', `<template><p>${text}</p></template>`],
    ['the second half of it', `<meta name="x" content="${text.slice(text.length / 2)}">`],
  ])('%s: then the page is not shown', (_, copy) => {
    for (const html of [copy + sold, sold + copy]) expect(faultOf(html)).toContain('a second time')
  })

  it('as a description: then the author is told', () => {
    expect(cut(`<meta name="description" content="${text.slice(0, 100)}">${sold}`).advice).toHaveLength(1)
  })

  it('as a quotation in the free part: that is the author’s to do', () => {
    expect(cut(`<blockquote>${text.slice(0, 200)}</blockquote><meta name="description" content="${text.slice(0, 100)}">${sold}`).advice).toEqual([])
  })
})

describe('what search engines are told', () => {
  const sold = `<pay-wall price="1"><p data-paid>${secret}</p></pay-wall>`
  const said = (data: unknown) => cut(`<head><script type="application/ld+json">${JSON.stringify(data)}</script></head>${sold}`)
  const paid = { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paywall' }

  it('is written once, and cannot end its script', () => {
    const { forAll } = cut(`<head><title>&lt;/script&gt;</title></head>${sold}`)
    expect(forAll.match(/<\/script>/g)).toHaveLength(1)
    expect(forAll).toContain(String.raw`"headline":"\u003c/script>"`)
  })

  it('stays the author’s where the author said it, and is looked through', () => {
    expect(said({ '@type': 'NewsArticle', isAccessibleForFree: 'False', hasPart: paid }).advice).toEqual([])
    expect(said({ '@graph': [{ '@type': 'Article', isAccessibleForFree: false, hasPart: [paid] }] }).advice).toEqual([])
    expect(said({ '@type': 'NewsArticle', isAccessibleForFree: true }).advice).toHaveLength(2)
    expect(said({ '@type': 'NewsArticle', isAccessibleForFree: false }).advice).toHaveLength(1)
    expect(said({ '@type': 'NewsArticle', isAccessibleForFree: false, hasPart: paid }).forAll.match(/ld\+json/g)).toHaveLength(1)
  })
})

describe('whatever is written', () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/)
  const prose = fc.array(word, { minLength: 5, maxLength: 30 }).map((words) => words.join(' '))
  const element = (inner: fc.Arbitrary<string>) => fc.tuple(fc.constantFrom('p', 'em', 'div', 'section', 'blockquote', 'span'), inner).map(([name, text]) => `<${name} class="x">${text}</${name}>`)
  const flow = fc.array(fc.oneof(prose, element(prose), element(element(prose)), fc.constant('<br>'), fc.constant('<!-- note -->'), fc.constant('<img src="a.png">'), fc.constant('&amp;')), { minLength: 1, maxLength: 6 }).map((all) => all.join('\n'))
  const premium = flow.map((text) => `<div data-paid>${text}</div>`)
  const wall = fc.tuple(flow, premium, flow, premium).map((all) => `<pay-wall price="0.25" class=a>${all.join('')}</pay-wall>`)
  const written = fc.tuple(flow, wall, flow, wall).map((all) => `<!doctype html><head><title>t</title></head><body><div>${all.join('\n')}</div></body>`)

  const runs = (text: string): string[] => (text.length < 20 ? [] : Array.from({ length: text.length - 19 }, (_, at) => text.slice(at, at + 20)))
  /** What of the premium parts, as the author wrote them, is in a text and not in the free part. */
  const leaked = (html: string, shown: string): string[] => {
    const paid = [...html.matchAll(/<div data-paid>([^]*?)<\/div>(?=<(?:div data-paid|\/pay-wall)|[^<]|<)/g)].flatMap(([, text = '']) => runs(text.replace(/<[^>]*>/g, '\0')).filter((run) => !run.includes('\0')))
    const free = html.replace(/<div data-paid>[^]*?<\/div>/g, '')
    return paid.filter((run) => shown.includes(run) && !free.includes(run))
  }

  it('no twenty letters of what is sold are in what everybody gets', () => {
    fc.assert(
      fc.property(written, (html) => {
        const done = cutPage(html, options)
        if (!done.ok) return
        expect(leaked(html, done.value.forAll)).toEqual([])
        expect(done.value.forAll).not.toContain('data-paid')
        expect(done.value.whole(new Set([1, 2]))).toBe(html)
        expect(leaked(html.replace(/data-paid(?=[^]*<pay-wall)/g, 'data-was'), done.value.whole(new Set([1])))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('and pages that are broken anywhere are either cut or refused', () => {
    const told = 'abcdefghijklmnopqrstuvwxyz'
    const broken = `<!doctype html><title>t</title><div><pay-wall price="0.25"><p>free</p><section data-paid><p title="a>b">${told}</p><table><tr><td>${told}</table><ul><li>${told}<li>${told}</ul></section><p>free</p></pay-wall></div>`
    const junk = fc.constantFrom('', '<', '>', '"', '</', '</section>', '</pay-wall>', '<p>', '</p>', '<b>', '</div>', '<table>', '<select>', '<!--', '-->', '<script>', '<template>', '<svg>', '<title>', '\0', '<plaintext>', '<frameset>', '<button>', '<form>', '<math><mi>', '</td>', '<noscript>', '<textarea>', '<a>')
    const bruise = fc.record({ at: fc.nat(broken.length), take: fc.nat(12), put: junk })
    fc.assert(
      fc.property(fc.array(bruise, { minLength: 1, maxLength: 3 }), (bruises) => {
        const html = bruises.reduce((text, { at, take, put }) => text.slice(0, at) + put + text.slice(at + take), broken)
        // An author who did not mark it did not sell it.
        fc.pre(/<section data-paid>/.test(html))
        const done = cutPage(html, options)
        if (done.ok && done.value.parts.length > 0) expect(done.value.forAll).not.toContain(told)
        if (done.ok && done.value.parts.length === 0) expect(done.value.forAll).not.toMatch(/<section data-paid>/)
      }),
      { numRuns: 800 },
    )
  })
})

describe('what is sealed', () => {
  const page = (attributes: string): string => `<pay-wall${attributes}><p>Seen.</p><p data-paid>Sold.</p></pay-wall>`
  const options = { page: new URL('https://ada.example/a'), addressOf: () => 'https://keys.example/k/A', price: 250_000n, attributesOf: () => ({ sealed: 'a.1.sealed', title: 'A "title"', price: '0.25' }) }

  it('says in its tag what is known of it, where its author has not', () => {
    const result = cutPage(page(' title="Mine" price="0.10"'), options)
    if (!result.ok) throw new Error(result.error)
    expect(result.value.forAll).toContain('<pay-wall src="https://keys.example/k/A" class="paywall" words="1" sealed="a.1.sealed" title="Mine" price="0.10">')
    expect(result.value.parts[0]).toMatchObject({ title: 'Mine', price: 100_000n, keep: null })
  })

  it('has the price of the whole site where it names none', () => {
    const result = cutPage(page(''), options)
    expect(result.ok ? [result.value.parts[0]?.price, result.value.forAll.includes('title="A &quot;title&quot;" price="0.25"')] : result.error).toEqual([250_000n, true])
  })
})
