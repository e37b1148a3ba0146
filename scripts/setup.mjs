/**
 * Makes a fresh machine ready: packages, a browser to drive, and a database server for the tests that want one. Plain JavaScript, because it runs before anything is installed.
 * Does nothing when nothing is missing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Farthing needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

installPackages()
await installChromium()
await installFirefox()
await installPostgres()

function installPackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  const stamp = 'node_modules/.farthing-lock'
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  run('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund'])
  mkdirSync('node_modules', { recursive: true })
  writeFileSync(stamp, lock)
}

/** An installed Chromium is preferred, then Debian's, then the one Playwright brings. */
async function installChromium() {
  const { findChromium } = await import('./browser.mjs')
  if (findChromium() !== null) return
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('Fetching the list of Debian packages', 'apt-get', ['update', '-qq'])
    run('Installing Chromium', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'])
  } else {
    run('Installing Chromium', 'npx', ['playwright', 'install', 'chromium'])
  }
  if (findChromium() === null) {
    console.error('No Chromium was found. Install Chromium or Chrome for Testing, or name one in CHROMIUM_PATH.')
    process.exit(1)
  }
}

/** Debian's Firefox. Where it cannot be installed, the journeys in it say that it is missing. */
async function installFirefox() {
  const { findFirefox } = await import('./browser.mjs')
  if (findFirefox() !== null || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return
  run('Fetching the list of Debian packages', 'apt-get', ['update', '-qq'])
  run('Installing Firefox', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'])
}

/** Tests of the creator kit run on it as well. Where it cannot be installed they say that they are left out. */
async function installPostgres() {
  const { findPostgres } = await import('./postgres.mjs')
  if (findPostgres() !== null || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return
  run('Fetching the list of Debian packages', 'apt-get', ['update', '-qq'])
  run('Installing PostgreSQL', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'])
}

function run(what, command, args) {
  console.log(`${what} …`)
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error(`${what} failed: ${command} ${args.join(' ')}`)
    process.exit(1)
  }
}
