/**
 * What each build weighs, after a build.
 *
 *     npm run size               and what is inside each bundle, which takes another build
 *     npm run size -- --check    the whole only, in seconds; `npm test` asks for it
 *
 * Fails when a bundle or the whole is over its budget (scripts/budgets.ts).
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundleBudgets, languageBudget, languageOf, zipBudget } from './budgets'
import { readInside, type Part } from './inside'
import { deflateTightly } from './release/deflate'

/** A zip's own bytes for one file: local header, central directory entry and the name twice (APPNOTE 4.3). */
const zipEntryBytes = (name: string) => 30 + 46 + 2 * Buffer.byteLength(name)
const zipEndBytes = 22
const shownParts = 12

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
const row = (indent: number, name: string, ...sizes: readonly string[]) => console.log(`${' '.repeat(indent)}${name.padEnd(38 - indent)}${sizes.map((size) => size.padStart(12)).join('')}`)

interface Measured {
  readonly name: string
  readonly minified: number
  readonly gzipped: number
  readonly zipped: number
}

async function measure(folder: string): Promise<readonly Measured[]> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const measured: Measured[] = []
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name)
    const content = readFileSync(path)
    const name = path.slice(folder.length + 1)
    measured.push({ name, minified: content.length, gzipped: gzipSync(content, { level: 9 }).length, zipped: (await packedBytes(content)) + zipEntryBytes(name) })
  }
  return measured.sort((one, other) => other.gzipped - one.gzipped)
}

/** Most files are the same for both browsers, and packing takes a while. */
const packedBytes = async (content: Buffer): Promise<number> => {
  const sum = createHash('sha256').update(content).digest('hex')
  const known = packed.get(sum) ?? (await deflateTightly(content)).length
  packed.set(sum, known)
  return known
}
const packed = new Map<string, number>()

const zipOf = (files: readonly Measured[]) => files.reduce((sum, file) => sum + file.zipped, zipEndBytes)
const isBundle = ({ name }: Measured) => /\.(js|css)$/.test(name)

function overBudget(build: string, files: readonly Measured[]): readonly string[] {
  const heavy = files.filter(({ name, gzipped }) => gzipped > (bundleBudgets[name] ?? Infinity)).map(({ name }) => `${build}/${name}`)
  const languages = [...languagesOf(files)].filter(([, own]) => zipOf(own) > languageBudget).map(([tag]) => `${build} in "${tag}"`)
  return zipOf(files.filter(isForAll)) > zipBudget ? [...heavy, ...languages, `${build} zipped`] : [...heavy, ...languages]
}

const isForAll = ({ name }: Measured) => languageOf(name) === null

function languagesOf(files: readonly Measured[]): ReadonlyMap<string, readonly Measured[]> {
  const languages = new Set(files.flatMap(({ name }) => languageOf(name) ?? []))
  return new Map([...languages].sort().map((tag) => [tag, files.filter(({ name }) => languageOf(name) === tag)]))
}

function showBundles(files: readonly Measured[], inside: ReadonlyMap<string, readonly Part[]>): void {
  row(2, 'bundle', 'minified', 'gzipped', 'budget')
  for (const { name, minified, gzipped } of files.filter(isBundle)) {
    const budget = bundleBudgets[name]
    row(2, name, kilobytes(minified), kilobytes(gzipped), budget === undefined ? '' : kilobytes(budget))
    const parts = inside.get(name) ?? []
    for (const part of parts.slice(0, shownParts)) row(6, part.name, kilobytes(part.minified), kilobytes(part.gzipped))
    if (parts.length > shownParts) console.log(`      and ${parts.length - shownParts} more`)
  }
  row(2, 'everything else', '', kilobytes(zipOf(files.filter((file) => !isBundle(file)))))
}

const builds = ['chrome', 'firefox'].filter((build) => existsSync(join('dist', build)))
if (builds.length === 0) throw new Error('Nothing is built. Run `npm run build` first.')
const measured: { build: string; files: readonly Measured[] }[] = []
for (const build of builds) measured.push({ build, files: await measure(join('dist', build)) })
if (!process.argv.includes('--check')) {
  const [first] = measured
  // The code is the same for every browser but for the lowering of its syntax.
  if (first !== undefined) showBundles(first.files, await readInside())
}
for (const { build, files } of measured) {
  row(2, `${build}, zipped`, '', kilobytes(zipOf(files.filter(isForAll))), kilobytes(zipBudget))
  for (const [tag, own] of languagesOf(files)) row(4, `and "${tag}"`, '', kilobytes(zipOf(own)), kilobytes(languageBudget))
}
const over = measured.flatMap(({ build, files }) => overBudget(build, files))
if (over.length > 0) {
  console.log(`\nOver budget: ${over.join(', ')}`)
  process.exitCode = 1
}
