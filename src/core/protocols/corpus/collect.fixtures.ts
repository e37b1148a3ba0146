import { Window } from 'happy-dom'
import * as v from 'valibot'
import { declared, longestScript, maxScripts, notFree, signs } from '../named/detect'
import { pageHints, type Hint } from '../named/page'

const parser = new new Window().DOMParser()

/** What a content script finds in a page with a few lookups, in a document that runs nothing and loads nothing. */
export function collectHints(html: string): readonly Hint[] {
  const page = parser.parseFromString(html, 'text/html')
  const { 'ld+json': script, ...attributes } = declared
  const texts = Array.from(page.querySelectorAll(script), ({ textContent }) => textContent)
  const telling = texts.filter((text) => text.length <= longestScript && notFree.test(text)).slice(0, maxScripts)
  const present = Object.entries({ ...attributes, ...signs }).filter(([, selector]) => page.querySelector(selector) !== null)
  return v.parse(pageHints, [...telling.map((value) => ({ kind: 'ld+json', value })), ...present.map(([kind]) => ({ kind, value: '' }))])
}
