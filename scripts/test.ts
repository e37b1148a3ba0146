/** `npm test`: types, lint, the creator kit, unit tests, both builds and what they weigh, browser journeys. Ends with "N passed, N failed". */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'

interface Counts {
  readonly passed: number
  readonly failed: number
}

// Absolute: each runner resolves a relative path against a folder of its own choice.
const reports = resolve('.cache/reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const steps: readonly (() => Counts | Promise<Counts>)[] = [
  // Each of the two keeps one core busy.
  () => together(step('Types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']), step('Lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'])),
  () => step('Creator kit', ['--import', 'tsx', 'scripts/creator.ts']),
  unit,
  () => step('Build', ['--import', 'tsx', 'node_modules/webpack-cli/bin/cli.js']),
  () => together(step('Size', ['--import', 'tsx', 'scripts/size.ts', '--check']), step('What the stores look at', ['--import', 'tsx', 'scripts/release/stores.ts'])),
  () => step('Build for driven browsers, elsewhere', ['--import', 'tsx', 'scripts/release/elsewhere.ts']),
  () => step('Build for a driven Firefox', ['--import', 'tsx', 'node_modules/webpack-cli/bin/cli.js', '--env', 'target=firefox', '--env', 'access=granted']),
  () => journeys('Chromium', ['-c', 'e2e/playwright.config.ts']),
  () => journeys('Firefox', ['-c', 'e2e/firefox.config.ts', '--grep', '@both']),
]

let total: Counts = { passed: 0, failed: 0 }
for (const run of steps) total = sum(total, await run())
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

function sum(one: Counts, other: Counts): Counts {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed }
}

function node(args: readonly string[], env: Record<string, string> = {}): boolean {
  return spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }).status === 0
}

/** What it says is printed when it is over: others may be under way. */
async function step(name: string, args: readonly string[]): Promise<Counts> {
  const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  running.stdout.on('data', (part: Buffer) => said.push(part))
  running.stderr.on('data', (part: Buffer) => said.push(part))
  const good = await new Promise<boolean>((resolve) => running.on('close', (code) => resolve(code === 0)))
  console.log(`\n${name}\n${Buffer.concat(said).toString()}`)
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function together(...running: readonly Promise<Counts>[]): Promise<Counts> {
  return (await Promise.all(running)).reduce(sum)
}

function unit(): Counts {
  console.log('\nUnit tests')
  const report = `${reports}/unit.json`
  const good = node(['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  return read(good, () => {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number }
    return { passed: counts.numPassedTests, failed: counts.numFailedTests }
  })
}

function journeys(browser: string, chosen: readonly string[]): Counts {
  console.log(`\nJourneys in ${browser}`)
  const report = `${reports}/${browser}.json`
  const good = node(['node_modules/playwright/cli.js', 'test', ...chosen, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  return read(good, () => {
    const { stats } = JSON.parse(readFileSync(report, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number } }
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
  })
}

/** A runner that fails without a failed test (it broke, or found none) counts as one failure. */
function read(good: boolean, counts: () => Counts): Counts {
  try {
    const { passed, failed } = counts()
    return { passed, failed: good || failed > 0 ? failed : 1 }
  } catch (fault) {
    console.error('The report of this run cannot be read:', fault)
    return { passed: 0, failed: 1 }
  }
}
