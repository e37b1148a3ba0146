/**
 * What looking through the history costs, from 1,000 to 100,000 payments, in the extension in Chromium: beside opening every sealed
 * payment for each search, and beside plain rows as wallets keep them that seal none. After `npm run build:granted`:
 * `npm run bench:books`, or `npm run bench:books -- --payments 1000,10000 --without import,forgetting,peers`: each of those takes minutes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measure, type Measured } from './books/measure'
import { table } from './books/report'

const { values } = parseArgs({ options: { payments: { type: 'string', default: '1000,10000,100000' }, without: { type: 'string', default: '' } } })
const without = new Set(values.without.split(','))
const sizes = values.payments.split(',').map(Number)

const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`
const measured: Measured[] = []
for (const size of sizes) {
  measured.push(await measure(size, without))
  console.log(`${size.toLocaleString('en')} payments measured, load ${loadavg()[0]?.toFixed(1) ?? ''}`)
}
console.log(`\n${machine}\n\n${table(measured)}`)
mkdirSync('bench/out', { recursive: true })
writeFileSync('bench/out/books.json', `${JSON.stringify({ machine, load: loadavg()[0], at: new Date().toISOString(), measured }, null, 2)}\n`)
console.log('\nKept in bench/out/books.json')
