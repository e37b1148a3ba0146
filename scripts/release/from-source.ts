import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { deflateTightly } from './deflate'
import { filesIn, unpack } from './source'
import { unzip, zipOf, type Entry } from './zip'

export const builds = ['chrome', 'firefox'] as const
export type Build = (typeof builds)[number]

/** What differs from one machine to the next, and must not show. */
interface Surroundings {
  readonly folder: string
  readonly timeZone: string
  readonly locale: string
}

/**
 * What a reviewer does with the source: unpacks it, installs the packages that its lock file names, and builds.
 * @returns what each store is given
 */
export async function buildFrom(source: Buffer, { folder, timeZone, locale }: Surroundings): Promise<Readonly<Record<Build, Buffer>>> {
  mkdirSync(folder, { recursive: true })
  unpack(unzip(source), folder)
  const env = { ...process.env, TZ: timeZone, LANG: locale, LC_ALL: locale, NODE_OPTIONS: '' }
  const run = (args: readonly string[]) => execFileSync('npm', args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  run(['ci', '--no-audit', '--no-fund', '--prefer-offline'])
  run(['run', '--silent', 'build'])
  const packed = (build: Build) => zipOf(forStore(build, filesIn(join(folder, 'dist', build))), deflateTightly)
  return { chrome: await packed('chrome'), firefox: await packed('firefox') }
}

/**
 * What is in a store's zip. Chrome's store gives an extension its key itself and refuses one that brings its own, so that is left out
 * there; it is in the folder for readers who load it by hand, whose wallet would else be another one in every folder.
 */
export function forStore(build: Build, entries: readonly Entry[]): readonly Entry[] {
  if (build !== 'chrome') return entries
  return entries.map((entry) => {
    if (entry.name !== 'manifest.json') return entry
    const { key, ...manifest } = JSON.parse(entry.content.toString()) as Record<string, unknown>
    if (typeof key !== 'string') throw new Error('The manifest for Chromium has no key to leave out.')
    return { ...entry, content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) }
  })
}
