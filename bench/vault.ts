/**
 * How long a password takes to open the wallet, and what one guess at it costs: Argon2id, which Farthing uses, beside
 * PBKDF2-SHA256, which other browser wallets use. Run in the extension's own service worker in Chromium, after
 * `npm run build:granted`: `npm run bench:vault`, or `npm run bench:vault -- --rounds 3`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import type { ExtensionWorker } from '../e2e/support/driven'
import { Extension } from '../e2e/support/extension'
import { candidates, type Candidate } from './vault/candidates'
import { summarise, table, type Line } from './vault/report'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '11' } } })
const rounds = Math.max(3, Math.round(Number(values.rounds)) || 11)
const folder = 'bench/out'

const extension = await Extension.launch()
try {
  const worker = await extension.worker()
  await worker.evaluate(await bundle())
  const version = extension.context.browser()?.version() ?? (await worker.evaluate(() => navigator.userAgent))
  const lines = summarise(candidates, await measure(worker))
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Chromium ${version}`
  console.log(`${machine}\nMedian of ${rounds} interleaved runs in the extension's service worker.\n\n${table(lines)}`)
  keep({ machine, rounds, at: new Date().toISOString(), lines })
} finally {
  await extension.dispose()
}

/** What runs in the worker, as one script that leaves `derive` behind. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['bench/vault/in-worker.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    minify: true,
  })
  return outputFiles[0]?.text ?? ''
}

/** Milliseconds of every run, by candidate. One of each in turn, so that a slow moment of the machine falls on all; the first turn warms up. */
async function measure(worker: ExtensionWorker): Promise<ReadonlyMap<Candidate, readonly number[]>> {
  const times = new Map<Candidate, number[]>(candidates.map((candidate) => [candidate, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [candidate, taken] of times) {
      const milliseconds = await worker.evaluate((one) => globalThis.derive(one), candidate)
      if (round > 0) taken.push(milliseconds)
    }
  }
  return times
}

function keep(result: { readonly machine: string; readonly rounds: number; readonly at: string; readonly lines: readonly Line[] }): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/vault.json`, `${JSON.stringify(result, null, 2)}\n`)
  console.log(`\nKept in ${folder}/vault.json`)
}
