// @vitest-environment happy-dom
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readability as Published } from '@mozilla/readability'
import { describe, expect, it } from 'vitest'
import { changedFiles, changes, withoutSinks } from './html-sinks'

const textOf = (file: string) => readFileSync(`node_modules/${file}`, 'utf8')
const changedText = (file: string) => withoutSinks(`/a/node_modules/${file}`, textOf(file))
/** Assigned to, and not compared with. */
const sink = /\.(?:innerHTML|outerHTML)\s*=(?!=)|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe/

describe.each([...new Set(changes.map(({ file }) => file))])('%s', (file) => {
  it('is changed by the build', () => expect(`/a/node_modules/${file}`).toMatch(changedFiles))
  it('made HTML of a text, and does not any more', () => {
    expect(textOf(file)).toMatch(sink)
    expect(changedText(file)).not.toMatch(sink)
  })
})

it('what has changed is not guessed at', () => {
  expect(() => withoutSinks('/a/preact/dist/preact.mjs', 'something new')).toThrow('0 times')
  expect(withoutSinks('/a/src/main.ts', 'x.innerHTML = y')).toBe('x.innerHTML = y')
})

/** As the build has it. */
function changedReadability(): typeof Published {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-sinks-'))
  const file = join(folder, 'readability.cjs')
  writeFileSync(file, changedText('@mozilla/readability/Readability.js'))
  try {
    return createRequire(file)(file) as typeof Published
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('an article', () => {
  const Changed = changedReadability()
  const paragraph = 'The bridge came, and with it the road, the school, and what people called the new time. '
  const find = (how: typeof Published, html: string, threshold: number) => new how(new DOMParser().parseFromString(html, 'text/html'), { charThreshold: threshold }).parse()

  it.each([
    // Above every threshold: all ways are tried, one after the other, each from the page as it was.
    ['is found at the last try', 100_000, `<article class="comment">${`<p>${paragraph.repeat(4)}</p>`.repeat(6)}</article>`],
    ['is found at once', 100, `<article>${`<p>${paragraph.repeat(4)}</p>`.repeat(6)}</article>`],
    ['has a picture for those without scripts', 100, `<article><p>${paragraph.repeat(9)}</p><p><img src="" data-src="a.jpg"><noscript><img src="a.jpg" alt="A bridge"></noscript></p><p>${paragraph.repeat(9)}</p></article>`],
  ])('%s, as the published package finds it', (_, threshold, body) => {
    const html = `<!doctype html><title>The bridge</title><body><nav><a href="/">Home</a></nav>${body}<footer>Imprint</footer></body>`
    const changed = find(Changed, html, threshold)
    expect(changed?.textContent).toContain('The bridge came')
    expect(changed?.content).toBe(find(Published, html, threshold)?.content)
  })
})
