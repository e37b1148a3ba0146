import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { html, link } from './html'

const hostile = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', `' onmouseover='alert(1)`, '</textarea><b>', '&lt;b&gt;', '<!--', '`x`']

describe('a template', () => {
  it.each(hostile)('prints %s as text, and as the value of an attribute', (text) => {
    const [p] = parseFragment(html`<p title="${text}" lang='${text}'>${text}</p>`.toString()).childNodes
    if (p === undefined || !('attrs' in p)) throw new Error('no element')
    expect(p.attrs.map(({ value }) => value)).toEqual([text, text])
    expect(p.childNodes.map((node) => ('value' in node ? node.value : node.nodeName))).toEqual([text])
  })

  it('of any text at all has one child, and that is the text', () => {
    // A parser takes NUL out and joins line ends; neither opens anything.
    const any = fc.string({ unit: 'grapheme' }).filter((text) => text !== '' && !/[\0\r]/.test(text))
    fc.assert(fc.property(any, (text) => {
      const [p] = parseFragment(html`<p>${text}</p>`.toString()).childNodes
      expect(p !== undefined && 'childNodes' in p ? p.childNodes.map((node) => ('value' in node ? node.value : node.nodeName)) : null).toEqual([text])
    }))
  })

  it('puts templates into templates as they are, one or many, and nothing for null', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`)
    expect(html`<ul>${items}</ul>${null}${html`<hr>`}${5n}`.toString()).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul><hr>5')
  })

  it('takes no look-alike for a template', () => {
    const fake = { toString: () => '<script>', map: () => ['<script>'] } as unknown as readonly []
    expect(html`${fake}${['<b>'] as unknown as readonly []}`.toString()).toBe('&lt;b&gt;')
  })

  it('refuses an attribute without quotes', () => {
    expect(() => html`<p title=${'x y'}>`).toThrow('without quotes')
  })
})

it.each(['javascript:alert(1)', ' javascript:alert(1)', 'JAVASCRIPT:x', 'data:text/html,x', '//evil.example/', 'vbscript:x', 'x'])('%s leads nowhere', (url) => expect(link(url)).toBe('#'))
it.each(['https://a.example/', 'http://localhost:1/', 'mailto:a@b.example', '/farthing/desk', '?page=2'])('%s leads where it says', (url) => expect(link(url)).toBe(url))
