import webpack from 'webpack'

const tagOf = (file: string): string | null => {
  if (file.endsWith('.css')) return `<link rel="stylesheet" href="${file}" />`
  return file.endsWith('.js') ? `<script src="${file}" defer></script>` : null
}

/** Writes into each page's html what its bundle is made of, in the order in which it is to be loaded: "popup" into "popup.html". */
export class ShellPlugin {
  /** @param before what else a page loads, before its own */
  constructor(
    private readonly pages: readonly string[],
    private readonly before: Readonly<Record<string, readonly string[]>>,
  ) {}

  apply(compiler: webpack.Compiler): void {
    compiler.hooks.thisCompilation.tap('ShellPlugin', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE
      compilation.hooks.processAssets.tap({ name: 'ShellPlugin', stage }, () => {
        for (const page of this.pages) {
          const files = [...(this.before[page] ?? []), ...(compilation.entrypoints.get(page)?.getFiles() ?? [])]
          const tags = files.map(tagOf).filter((tag) => tag !== null)
          compilation.updateAsset(`${page}.html`, (shell) => new webpack.sources.RawSource(withTags(String(shell.source()), tags)))
        }
      })
    })
  }
}

/** Styles first: a page is not to be seen without them. */
function withTags(shell: string, tags: readonly string[]): string {
  const styles = tags.filter((tag) => tag.startsWith('<link'))
  const ordered = [...styles, ...tags.filter((tag) => !styles.includes(tag))]
  return shell.replace(/\n +/g, '\n').replace('</head>', (end) => [...ordered, end].join('\n'))
}
