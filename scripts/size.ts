/**
 * What each build weighs, after a build.
 *
 *     npm run size               and what is inside each bundle, which takes another build
 *     npm run size -- --check    the whole only, in seconds; `npm test` asks for it
 *
 * Fails when a bundle or the whole is over its budget (scripts/budgets.ts).
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bundleBudgets, languageBudget, languageOf, zipBudget } from './budgets'
import { readInside, type Part } from './inside'
import { isForAll, measureBuild, zipOf, type Measured } from './weigh'

const shownParts = 12

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
const row = (indent: number, name: string, ...sizes: readonly string[]) => console.log(`${' '.repeat(indent)}${name.padEnd(38 - indent)}${sizes.map((size) => size.padStart(12)).join('')}`)

const isBundle = ({ name }: Measured) => /\.(js|css)$/.test(name)

function overBudget(build: string, files: readonly Measured[]): readonly string[] {
  const heavy = files.filter(({ name, gzipped }) => gzipped > (bundleBudgets[name] ?? Infinity)).map(({ name }) => `${build}/${name}`)
  const languages = [...languagesOf(files)].filter(([, own]) => zipOf(own) > languageBudget).map(([tag]) => `${build} in "${tag}"`)
  return zipOf(files.filter(isForAll)) > zipBudget ? [...heavy, ...languages, `${build} zipped`] : [...heavy, ...languages]
}

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
for (const build of builds) measured.push({ build, files: await measureBuild(join('dist', build)) })
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
