import { expect, it } from 'vitest'
import { sameSite } from './site'

it.each([
  ['https://news.example/a', 'http://www.news.example:8080/b', true],
  ['https://a.co.uk/', 'https://b.co.uk/', false],
  ['https://one.github.io/', 'https://two.github.io/', false],
  ['https://one.github.io/', 'https://www.one.github.io/', true],
  ['https://news.example./', 'https://news.example/', true],
  ['http://localhost:3000/', 'http://localhost:4000/', true],
  ['http://news.localhost/', 'http://other.localhost/', false],
  ['http://a.news.localhost/', 'http://news.localhost/', false],
  ['http://127.0.0.1:1/', 'http://127.0.0.1:2/', true],
  ['http://127.0.0.1/', 'http://127.0.0.2/', false],
  ['http://127.0.0.1/', 'http://localhost/', false],
  ['http://[::1]/', 'http://[::1]:8/', true],
  ['http://[::1]/', 'http://[::2]/', false],
  ['http://intranet/', 'http://intranet/', true],
  ['https://com/', 'https://com/', true],
  ['https://com/', 'https://example.com/', false],
  ['data:text/plain,a', 'data:text/plain,a', false],
])('%s and %s: %s', (one, other, same) => {
  expect(sameSite(new URL(one), new URL(other))).toBe(same)
  expect(sameSite(new URL(other), new URL(one))).toBe(same)
})
