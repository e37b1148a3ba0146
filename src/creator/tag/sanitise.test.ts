// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { sanitise } from './sanitise'

const own = { base: 'http://localhost:3000/farthing/parts/1/essays/ferry', isForeign: false }
const foreign = { base: 'https://ada.example/essays/ferry', isForeign: true }

// This document tells of frames and styles that it does not load.
vi.spyOn(console, 'error').mockImplementation(() => undefined)

function clean(html: string, source = own): string {
  const holder = document.createElement('div')
  holder.append(sanitise(html, source))
  return holder.innerHTML
}

describe('what is for reading stays', () => {
  it.each([
    '<h2 id="night">At night</h2><p class="lead">She <em>paid</em> him.</p>',
    '<table><tbody><tr><td colspan="2">1</td></tr></tbody></table>',
    '<blockquote><p>“So?”</p></blockquote><ol start="3"><li>three</li></ol>',
    '<details open=""><summary>More</summary>text</details>',
    '<p>a &lt;b&gt; &amp; c</p>',
    '<a href="#night">up</a>',
    '<ruby>漢<rt>kan</rt></ruby>',
  ])('%s', (html) => expect(clean(html)).toBe(html))

  it('with addresses as they are where it was sold', () => {
    expect(clean('<img src="boat.png" alt="A boat">')).toBe('<img src="http://localhost:3000/farthing/parts/1/essays/boat.png" alt="A boat">')
    expect(clean('<img srcset="a.png 1x, //x.example/b.png 2x, javascript:1 3x">', foreign)).toBe('<img srcset="https://ada.example/essays/a.png 1x, https://x.example/b.png 2x">')
    expect(clean('<a href="mailto:ada@ada.example">write</a>')).toContain('mailto:')
  })

  it('with names of somebody else set apart from the page’s own', () => {
    expect(clean('<p id="top"><a href="#top">up</a></p>', foreign)).toContain('<p id="user-content-top"><a href="#user-content-top"')
  })
})

describe('what could do anything goes', () => {
  it.each([
    ['<script>alert(1)</script><p>a</p>', '<p>a</p>'],
    ['<p onclick="alert(1)" style="position:fixed">a</p>', '<p>a</p>'],
    ['<img src=x onerror=alert(1)>', /^<img src="http[^"]*">$/],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href=" java\nscript:alert(1)">a</a>', /^<a[^>]*>a<\/a>$/],
    ['<a href="data:text/html,<script>1</script>">a</a>', '<a>a</a>'],
    ['<img src="data:image/svg+xml,<svg onload=1>">', '<img>'],
    ['<iframe src="/"></iframe><object data="/"></object><embed src="/">b', 'b'],
    ['<form action="/"><input name=q><button>go</button></form>c', 'c'],
    ['<style>*{}</style><link rel=stylesheet href="/x"><meta http-equiv=refresh content="0;/x">d', 'd'],
    ['<svg><a xlink:href="javascript:1"><text>x</text></a></svg>e', 'e'],
    ['<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>', /^(?!.*onerror=[^&]*alert\(1\)>).*$/s],
    ['<template><script>1</script></template>f', 'f'],
    ['<x-evil onfoo=1><p>kept</p></x-evil>', '<p>kept</p>'],
    ['<pay-wall src="/x"><p>kept</p></pay-wall>', '<p>kept</p>'],
    ['<base href="https://evil.example/"><a href="x">g</a>', /href="http:\/\/localhost:3000\//],
    ['<a href="/x" target="_top" ping="https://evil.example" download>h</a>', /^<a href="[^"]*"( rel="[^"]*")?>h<\/a>$/],
  ] as const)('%s', (html, left) => {
    if (typeof left === 'string') expect(clean(html)).toBe(left)
    else expect(clean(html)).toMatch(left)
  })

  it('whatever it is made of, and however deep', () => {
    const names = fc.constantFrom('p', 'a', 'script', 'svg', 'math', 'style', 'iframe', 'img', 'x-y', 'template', 'form', 'base', 'table', 'noscript', 'title')
    const attributes = fc.constantFrom('onload=1', 'onclick="x()"', 'href="javascript:1"', 'src="data:text/html,1"', 'srcset="javascript:1"', 'style="x"', 'formaction="javascript:1"', 'name=body', 'srcdoc="<p>"', 'id=x')
    const opened = fc.tuple(names, fc.array(attributes, { maxLength: 3 })).map(([name, all]) => `<${name} ${all.join(' ')}>`)
    const closed = names.map((name) => `</${name}>`)
    fc.assert(
      fc.property(fc.array(fc.oneof(opened, closed, fc.constantFrom('text', '<!--', '-->', ']]>', '<![CDATA[')), { maxLength: 25 }), (pieces) => {
        const holder = document.createElement('div')
        holder.append(sanitise(pieces.join(''), foreign))
        for (const element of holder.querySelectorAll('*')) {
          expect(element.matches('script,svg,math,style,iframe,x-y,template,form,base,noscript,title')).toBe(false)
          for (const { name, value } of element.attributes) {
            expect(name).not.toMatch(/^on|style|srcdoc|formaction|name/)
            expect(value).not.toMatch(/javascript:|data:text/)
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(clean(`${'<b>'.repeat(2000)}deep`)).not.toContain('deep')
  })
})
