import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import type { Lock } from '../supply/lock'
import { billOf } from './bill'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const released = { name: 'farthing', version: '0.1.0', licence: 'Apache-2.0', writtenAt: '2026-01-02T03:04:05.000Z' }

interface Bill {
  readonly bomFormat: string
  readonly components: readonly { readonly purl: string; readonly scope: string; readonly hashes: readonly { readonly content: string }[]; readonly licenses: readonly object[] }[]
}
const bill = JSON.parse(billOf(released, lock)) as Bill
const purls = bill.components.map(({ purl }) => purl)

it('names every package once, with a hash and a licence', () => {
  const versions = new Set(Object.entries(lock.packages).filter(([folder]) => folder !== '').map(([folder, { name, version = '' }]) => `${name ?? folder.split('node_modules/').at(-1) ?? ''}@${version}`))
  expect(new Set(purls.map((purl) => purl.slice('pkg:npm/'.length).replace('%40', '@')))).toEqual(versions)
  expect(new Set(purls).size).toBe(purls.length)
  for (const { hashes, licenses } of bill.components) {
    expect(hashes.map(({ content }) => content)).toEqual([expect.stringMatching(/^[0-9a-f]{128}$/)])
    expect(licenses).toHaveLength(1)
  }
})

it('tells what is in the wallet from what it is made with', () => {
  const required = new Set(bill.components.filter(({ scope }) => scope === 'required').map(({ purl }) => purl))
  for (const [name, version] of Object.entries(packageJson.dependencies)) expect(required).toContain(`pkg:npm/${name.replace('@', '%40')}@${version}`)
  expect(required).not.toContain(`pkg:npm/vitest@${packageJson.devDependencies.vitest}`)
})

it('is the same whatever the order, and tells neither a time of its own nor a number', () => {
  const reversed = { ...lock, packages: Object.fromEntries(Object.entries(lock.packages).reverse()) }
  expect(billOf(released, reversed)).toBe(billOf(released, lock))
  expect(bill).not.toHaveProperty('serialNumber')
  expect(billOf(released, lock)).toContain(released.writtenAt)
})
