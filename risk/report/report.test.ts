import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { families } from '../simulator/attacks/families'
import { parameters } from '../simulator/parameters'
import { sha256 } from '../trainer/recipe'

const report = readFileSync('docs/RISK.md', 'utf8')

it('tells about the model that is shipped, and says first what its numbers cannot', () => {
  expect(report).toContain(sha256(readFileSync('src/core/risk/model.json', 'utf8')))
  expect(report).toContain('No labelled micropayment fraud data exist publicly; numbers come from our simulator; detection of real fraud is unproven.')
})

it('tells of every kind of attack, and of every number with its source', () => {
  for (const { name, about } of families) expect([report.includes(name), report.includes(about)]).toEqual([true, true])
  for (const [name, { source }] of Object.entries(parameters)) expect([report.includes(name), report.includes(source)]).toEqual([true, true])
})
