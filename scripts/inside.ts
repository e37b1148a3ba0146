import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import webpack from 'webpack'
import configure, { mappedFolder } from '../webpack.config'

/** One package or room of this project in a bundle. Bytes of its minified text, and of that text compressed by itself. */
export interface Part {
  readonly name: string
  readonly minified: number
  readonly gzipped: number
}

/** What each bundle is made of, largest first. Builds the extension once more, with source maps: they say where each character is from. */
export async function readInside(): Promise<ReadonlyMap<string, readonly Part[]>> {
  await compile()
  // What lies in public/ is put in as it is, and made of nothing else.
  const bundles = readdirSync(mappedFolder).filter((file) => file.endsWith('.js') && existsSync(join(mappedFolder, `${file}.map`)))
  const inside = new Map(bundles.map((bundle) => [bundle, partsOf(join(mappedFolder, bundle))]))
  rmSync(mappedFolder, { recursive: true })
  return inside
}

async function compile(): Promise<void> {
  const compiler = webpack(configure({ target: 'chrome', maps: 'yes' }, {}))
  const stats = await new Promise<webpack.MultiStats | undefined>((resolve, reject) => {
    compiler.run((fault, done) => (fault === null ? resolve(done) : reject(fault)))
  })
  if (stats?.hasErrors() !== false) throw new Error(stats?.toString('errors-only') ?? 'Nothing was built.')
}

function partsOf(bundle: string): readonly Part[] {
  const texts = new Map<string, string>()
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')) as SourceMapPayload)
  for (const [line, text] of readFileSync(bundle, 'utf8').split('\n').entries()) {
    for (const [column, character] of text.split('').entries()) {
      const entry = map.findEntry(line, column)
      const part = 'originalSource' in entry ? partName(entry.originalSource) : between
      texts.set(part, (texts.get(part) ?? '') + character)
    }
  }
  const parts = Array.from(texts, ([name, text]) => ({ name, minified: Buffer.byteLength(text), gzipped: gzipSync(text, { level: 9 }).length }))
  return parts.sort((one, other) => other.gzipped - one.gzipped)
}

/** Data, which source maps know nothing of, and what webpack writes around modules. */
const between = 'data, and between modules'

/** "preact" for a package, "src/core/money" for a room of this project. */
function partName(source: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)
  if (inPackage?.[1] !== undefined) return inPackage[1]
  return /src\/[^/]+(?:\/[^/.]+(?=\/))?/.exec(source)?.[0] ?? between
}
