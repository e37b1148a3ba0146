/**
 * What is published, in dist/release, made of the last commit and of nothing else:
 *
 *     npm run release                   makes it: the source, and from that source the packages for both stores
 *     npm run release -- --reproduce    builds the same source again, twice, elsewhere, and compares every byte with it
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import type { Lock } from '../supply/lock'
import { billOf } from './bill'
import { buildFrom, builds, type Build } from './from-source'
import { commit, committed, uncommitted, writtenAt } from './source'
import { differences, sumsOf } from './sums'
import { unzip, zipOf } from './zip'

const folder = 'dist/release'
const { name, version, license: licence } = packageJson
const called = (what: string) => `${name}-${version}-${what}`
const packages: Readonly<Record<Build, string>> = { chrome: called('chromium.zip'), firefox: called('firefox.zip') }
const sourceName = called('source.zip')

const places = [
  { below: 'a', timeZone: 'Pacific/Kiritimati', locale: 'C' },
  { below: 'another place, further down/and with a longer name', timeZone: 'America/St_Johns', locale: 'tr_TR.UTF-8' },
] as const

/** In a folder of its own, which is gone afterwards. */
async function builtIn<Result>(below: string, build: (folder: string) => Promise<Result>): Promise<Result> {
  const own = mkdtempSync(join(tmpdir(), 'farthing-release-'))
  try {
    return await build(join(own, below))
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

async function make(): Promise<void> {
  if (uncommitted() !== '') console.log('What is not committed is left out.')
  const source = await zipOf(committed())
  console.log(`Building the source of ${commit()} …`)
  const built = await builtIn('farthing', (place) => buildFrom(source, { folder: place, timeZone: 'UTC', locale: 'C' }))
  const inside = unzip(source)
  const textOf = (file: string) => inside.find((entry) => entry.name === file)?.content.toString() ?? ''
  const bill = billOf({ name, version, licence, writtenAt: writtenAt() }, JSON.parse(textOf('package-lock.json')) as Lock)
  const filesOf = (build: Build) => unzip(built[build])
  const licences = filesOf('chrome').find((entry) => entry.name === 'licences.txt')?.content ?? Buffer.alloc(0)
  const files = [
    ...builds.map((build) => ({ name: packages[build], content: built[build] })),
    { name: sourceName, content: source },
    { name: called('sbom.cdx.json'), content: Buffer.from(bill) },
    { name: called('licences.txt'), content: licences },
    { name: called('files.sha256'), content: Buffer.from(builds.map((build) => sumsOf(filesOf(build).map((file) => ({ ...file, name: `${build}/${file.name}` })))).join('')) },
  ]
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const file of files) writeFileSync(join(folder, file.name), file.content)
  writeFileSync(join(folder, 'SHA256SUMS'), sumsOf(files))
  console.log(`\n${sumsOf(files)}\nAll of it is in ${folder}.`)
}

/** @returns how many of the packages came out otherwise */
async function reproduce(): Promise<number> {
  const released = (file: string) => readFileSync(join(folder, file))
  const source = released(sourceName)
  let others = 0
  for (const { below, timeZone, locale } of places) {
    console.log(`Building it again in “${below}”, ${timeZone}, ${locale} …`)
    const built = await builtIn(below, (place) => buildFrom(source, { folder: place, timeZone, locale }))
    for (const build of builds) {
      const is = built[build]
      const was = released(packages[build])
      if (is.equals(was)) {
        console.log(`  ${packages[build]}: the same`)
        continue
      }
      others += 1
      const files = differences(unzip(was), unzip(is))
      console.log(`  ${packages[build]}: ${files.length === 0 ? 'the same files, packed otherwise' : `not the same: ${files.join(', ')}`}`)
    }
  }
  return others
}

const isAgain = process.argv.includes('--reproduce')
if (!isAgain || !existsSync(join(folder, sourceName))) await make()
if (isAgain && (await reproduce()) > 0) process.exitCode = 1
