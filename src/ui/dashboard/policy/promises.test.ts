import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pageIds } from '../pages'
import { parseRoute } from '../route'
import { bundledVersion } from './bundled'
import { areas, promises, type Area } from './promises'

/** What fails when a promise is not kept. */
const keptBy: Readonly<Record<string, string>> = {
  exact: 'e2e/promises/what-you-see.spec.ts',
  once: 'src/store/purchases.model.test.ts',
  limits: 'e2e/promises/never-over-a-limit.spec.ts',
  asked: 'e2e/promises/unasked.spec.ts',
  pages: 'e2e/promises/pages-can-ask-never-spend.spec.ts',
  stolen: 'e2e/promises/stolen-profile.spec.ts',
  whole: 'e2e/journeys/fees.spec.ts',
  none: 'src/core/fees/breakdown.test.ts',
  unknown: 'src/core/fees/breakdown.test.ts',
  estimate: 'e2e/journeys/rates.spec.ts',
  before: 'e2e/journeys/watch.spec.ts',
  why: 'src/core/risk/guards.test.ts',
  listed: 'src/core/risk/guards.test.ts',
  hosts: 'e2e/support/check-hosts.ts',
  unseen: 'e2e/promises/cannot-tell.spec.ts',
  take: 'e2e/journeys/export.spec.ts',
  forget: 'e2e/journeys/privacy.spec.ts',
  proof: 'e2e/journeys/disputes.spec.ts',
  honest: 'e2e/journeys/refunds.spec.ts',
  tighter: 'src/core/policy/consent.test.ts',
  yours: 'src/background/policy/policy-desk.test.ts',
  quiet: 'src/background/policy/policy-desk.test.ts',
}

function written(): string {
  const lines = (Object.keys(areas) as Area[]).flatMap((area) => [
    `## ${areas[area]}`,
    '',
    '| Promise | Where you see it kept | What fails when it is not |',
    '|---|---|---|',
    ...promises.filter((one) => one.area === area).map(({ id, text, page, see }) => `| ${text} | ${see} (\`#/${page}\`) | [\`${keptBy[id] ?? ''}\`](../${keptBy[id] ?? ''}) |`),
    '',
  ])
  return [
    '# What you can count on',
    '',
    `The micropayment policy of Farthing, of ${bundledVersion}. What it does not promise: that every fraud is found, which nobody can, and that a payment can be taken back, which the network does not allow.`,
    '',
    ...lines,
  ].join('\n')
}

it('every promise leads to a page there is, and has something that fails when it is broken', () => {
  for (const { id, page } of promises) {
    expect(parseRoute(`#/${page}`, [...pageIds, 'policy']).page, id).toBe(page.split('/')[0])
    expect(existsSync(keptBy[id] ?? 'nothing'), `${id} is kept by ${keptBy[id] ?? 'nothing'}`).toBe(true)
  }
  expect(Object.keys(keptBy)).toHaveLength(promises.length)
})

it('what is written down is what is in the wallet', async () => {
  await expect(written()).toMatchFileSnapshot('../../../../docs/MICROPAYMENT-POLICY.md')
})

it('is plain', () => {
  for (const { text, see } of promises) expect(`${text} ${see}`).not.toMatch(/!|\b(transactions?|hash(es)?|gas|sign(s|ed|ing|atures?)?|wallet address|nonce|token|blockchain)\b/i)
})
