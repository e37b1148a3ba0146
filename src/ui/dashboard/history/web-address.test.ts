import { expect, it } from 'vitest'
import { webAddress } from './web-address'

it.each([
  ['https://shop.example/a?b#c', 'https://shop.example/a?b#c'],
  ['http://127.0.0.1:4021/a', 'http://127.0.0.1:4021/a'],
  ['javascript:alert(1)', null],
  [' JavaScript:alert(1)', null],
  ['data:text/html,x', null],
  ['chrome-extension://abc/dashboard.html', null],
  ['/a', null],
  [null, null],
])('links %j to %j', (text, href) => {
  expect(webAddress(text)).toBe(href)
})
