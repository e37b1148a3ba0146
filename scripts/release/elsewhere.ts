/**
 * Makes the build for driven browsers in another place than the others: a copy of the source in another folder, with packages of its own,
 * in another time zone and language. It differs from the published build in its manifest and in the worker, which has the keys of the
 * tests; every other file has to be the same, byte for byte. `npm test` gets its build here, and so what a build takes along from the
 * machine it was made on is found at no cost. The whole of it: `npm run test:release`.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { filesIn } from './source'
import { differences } from './sums'

const build = 'dist/chrome-granted'
const published = 'dist/chrome'
const differing = ['background.js', 'manifest.json']
const leftBehind = ['node_modules', 'dist', '.git', '.cache', 'test-results', 'demo/out', 'bench/out'].map((path) => resolve(path))

/** The same files under other names: links where they can be, for packages are large. */
function linkAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkAll(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else linkOrCopy(source, target)
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}

function buildIn(folder: string): boolean {
  const isTaken = (path: string) => !leftBehind.includes(resolve(path))
  for (const name of readdirSync('.').filter(isTaken)) cpSync(name, join(folder, name), { recursive: true, filter: isTaken })
  linkAll(realpathSync('node_modules'), join(folder, 'node_modules'))
  const args = ['--import', 'tsx', 'node_modules/webpack-cli/bin/cli.js', '--env', 'target=chrome', '--env', 'access=granted']
  const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
  return spawnSync(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

mkdirSync('.cache', { recursive: true })
const place = mkdtempSync(resolve('.cache', 'elsewhere-'))
try {
  const folder = join(place, 'another name', 'further down')
  if (!buildIn(folder)) throw new Error('It was not built.')
  rmSync(build, { recursive: true, force: true })
  cpSync(join(folder, build), build, { recursive: true })
} finally {
  rmSync(place, { recursive: true, force: true })
}
const common = (of: string) => filesIn(of).filter(({ name }) => !differing.includes(name))
const others = differences(common(published), common(build))
console.log(others.length === 0 ? `  Built in ${relative('.', place)}: the same as ${published}.` : `  Not the same as in ${published}: ${others.join(', ')}`)
process.exitCode = others.length === 0 ? 0 : 1
