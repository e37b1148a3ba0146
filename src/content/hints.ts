/**
 * Looks for what a page asks for in ways that Farthing names and cannot pay, and tells the worker. Injected into a page only when
 * the reader has opened the popup on it and nothing there can be paid: no other page is ever looked at like this.
 */
import { declared, longestScript, maxScripts, notFree, signs } from '../core/protocols/named/detect'
import { send, type Input } from '../messaging/client'

type Hint = Input<'page.hints'>['hints'][number]

/** How many scripts of a page are looked at: a real page describes itself in one of the first few. */
const maxLooked = 50

const { 'ld+json': descriptions, ...marks } = { ...declared, ...signs }
const kinds = Object.keys(marks) as (keyof typeof marks)[]

/** One hint a kind, and the texts of the scripts that say the page is not free. */
function readHints(page: Document): Hint[] {
  const hints = kinds.filter((kind) => page.querySelector(marks[kind]) !== null).map((kind): Hint => ({ kind, value: '' }))
  const scripts = page.querySelectorAll(descriptions)
  for (let at = 0, told = 0; at < Math.min(scripts.length, maxLooked) && told < maxScripts; at += 1) {
    const value = scripts[at]?.textContent ?? ''
    if (value.length > longestScript || !notFree.test(value)) continue
    hints.push({ kind: 'ld+json', value })
    told += 1
  }
  return hints
}

if (window === window.top) {
  const hints = readHints(document)
  if (hints.length > 0) void send('page.hints', { hints })
}
