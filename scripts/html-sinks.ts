/**
 * Takes out of packages the places at which they make HTML of a text, as a loader of webpack. The wallet uses none of them, or has a
 * way that runs nothing; what is not in the package cannot be reached by a mistake, and reviewers find none to ask about.
 */

interface Change {
  /** Of a module, at its end. */
  readonly file: string
  readonly from: string
  readonly to: string
}

export const changes: readonly Change[] = [
  // `dangerouslySetInnerHTML`, which no screen uses: it shows nothing.
  { file: 'preact/dist/preact.mjs', from: 'h?(l||y&&(h.__html==y.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),r.__k=[])', to: 'h?(r.__k=[])' },
  // For browsers without a parser, of which the wallet runs in none: nothing is left of what cannot be parsed.
  { file: 'dompurify/dist/purify.es.mjs', from: 'doc.documentElement.innerHTML = IS_EMPTY_INPUT ? emptyHTML : dirtyPayload;', to: '' },
  // What was tried in vain is put back as it was, in the place of being written out and parsed once more.
  { file: '@mozilla/readability/Readability.js', from: 'var pageCacheHtml = page.innerHTML;', to: 'var pageCache = page.cloneNode(true);' },
  { file: '@mozilla/readability/Readability.js', from: 'page.innerHTML = pageCacheHtml;', to: 'page.replaceChildren(...pageCache.cloneNode(true).childNodes);' },
  // A picture for readers without scripts is parsed where nothing is fetched and nothing runs.
  {
    file: '@mozilla/readability/Readability.js',
    from: 'tmp.innerHTML = noscript.innerHTML;',
    to: "tmp.replaceChildren(...new DOMParser().parseFromString(noscript.innerHTML, 'text/html').body.childNodes);",
  },
]

/** Modules that are changed, for webpack. */
export const changedFiles = new RegExp(`(?:${[...new Set(changes.map(({ file }) => file))].map((file) => file.replaceAll('/', '[\\\\/]').replaceAll('.', '\\.')).join('|')})$`)

/**
 * @param path of the module, with forward slashes
 * @throws where a package has changed: then its new text has to be looked at
 */
export function withoutSinks(path: string, text: string): string {
  return changes
    .filter(({ file }) => path.endsWith(file))
    .reduce((changed, { file, from, to }) => {
      const parts = changed.split(from)
      if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times what is changed in it: ${from}`)
      return parts.join(to)
    }, text)
}

export default function loader(this: { readonly resourcePath: string }, text: string): string {
  return withoutSinks(this.resourcePath.replaceAll('\\', '/'), text)
}
