/**
 * What each build weighs and what is in it: `node --import tsx scripts/size.ts`, after a build.
 * Fails when a bundle or the whole is over its budget (scripts/budgets.ts).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { treeFile, type BundleTree } from './budget-plugin'
import { bundleBudgets, zipBudget } from './budgets'

/** A zip's own bytes for one file: local header, central directory entry and the name twice (APPNOTE 4.3). */
const zipEntryBytes = (name: string) => 30 + 46 + 2 * Buffer.byteLength(name)
const zipEndBytes = 22
const shownParts = 8

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`

interface Measured {
  readonly name: string
  readonly gzipped: number
  readonly zipped: number
}

function measure(folder: string): Measured[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map((entry) => {
    const path = join(entry.parentPath, entry.name)
    const content = readFileSync(path)
    const name = path.slice(folder.length + 1)
    const deflated = Math.min(content.length, deflateRawSync(content, { level: 9 }).length)
    return { name, gzipped: gzipSync(content, { level: 9 }).length, zipped: deflated + zipEntryBytes(name) }
  })
}

function showTree(build: string, bundle: string): void {
  if (!existsSync(treeFile(build))) return
  const tree = JSON.parse(readFileSync(treeFile(build), 'utf8')) as BundleTree
  const parts = Object.entries(tree[bundle] ?? {}).sort(([, one], [, other]) => other - one)
  for (const [part, size] of parts.slice(0, shownParts)) console.log(`      ${part.padEnd(32)} ${kilobytes(size).padStart(10)} source`)
  if (parts.length > shownParts) console.log(`      and ${parts.length - shownParts} more`)
}

/** Prints one build and returns what is over budget. */
function report(build: string): string[] {
  const files = measure(join('dist', build)).sort((one, other) => other.gzipped - one.gzipped)
  const over: string[] = []
  console.log(`\n${build}`)
  for (const { name, gzipped } of files.filter(({ name }) => /\.(js|css)$/.test(name))) {
    const budget = bundleBudgets[name]
    console.log(`  ${name.padEnd(36)} ${kilobytes(gzipped).padStart(10)} gzipped${budget === undefined ? '' : ` of ${kilobytes(budget)}`}`)
    if (budget !== undefined && gzipped > budget) over.push(`${build}/${name}`)
    showTree(build, name)
  }
  const zip = files.reduce((sum, file) => sum + file.zipped, zipEndBytes)
  console.log(`  ${'zipped, about'.padEnd(36)} ${kilobytes(zip).padStart(10)} of ${kilobytes(zipBudget)}`)
  if (zip > zipBudget) over.push(`${build} zipped`)
  return over
}

const builds = ['chrome', 'firefox'].filter((build) => existsSync(join('dist', build)))
if (builds.length === 0) throw new Error('Nothing is built. Run `npm run build` first.')
const over = builds.flatMap(report)
if (over.length > 0) {
  console.log(`\nOver budget: ${over.join(', ')}`)
  process.exitCode = 1
}
