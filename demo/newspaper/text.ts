import { readFileSync } from 'node:fs'
import type { Article } from './catalogue'

/** An article's words as HTML: what anybody may read, and what is sold. */
export interface Text {
  readonly beginning: string
  readonly rest: string
  /** Words in all of it. */
  readonly words: number
}

const divider = '<!-- more -->'

/** Reads an article from articles/. @throws when its file has no divider. */
export function readText(article: Article): Text {
  const html = readFileSync(new URL(`articles/${article.text}`, import.meta.url), 'utf8')
  const at = html.indexOf(divider)
  if (at < 0) throw new Error(`${article.text} does not say where its free part ends`)
  return { beginning: html.slice(0, at).trim(), rest: html.slice(at + divider.length).trim(), words: countWords(html) }
}

function countWords(html: string): number {
  const readable = html.replace(/<script>[\s\S]*?<\/script>|<!--[\s\S]*?-->|<[^>]+>/g, ' ')
  return readable.split(/\s+/).filter(Boolean).length
}
