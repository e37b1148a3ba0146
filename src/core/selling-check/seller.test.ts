import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { sellerFacts, type SellerFacts } from './facts'
import type { Finding } from './finding'
import { gatherSeller } from './gather'
import { elsewhere, inexactInBrowsers, type Ask, type Heard, type Question } from './heard'
import { judgeSeller } from './seller'

const address = 'https://ada.example/rest'
const page = 'https://ada.example/'
const accepts = [{ scheme: 'exact', network: 'eip155:8453', amount: '100000', asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913', payTo: '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC', maxTimeoutSeconds: 120, extra: { name: 'USD Coin', version: '2' } }]
const challenge = btoa(JSON.stringify({ x402Version: 2, error: 'x', resource: { url: address, description: 'Rest', mimeType: 'text/html' }, accepts }))
const priced: Heard = { url: address, status: 402, headers: { 'payment-required': challenge, 'cache-control': 'no-store', 'content-type': 'text/html' }, body: '<p>Pay', isWhole: true }

/** A seller who answers one thing to everything, but for what is said. */
const seller = (other: Partial<Record<Question, Partial<Heard> | 'silent'>>): Ask => async (_url, question) => {
  const said = other[question] ?? {}
  if (said === 'silent') throw new Error('silent')
  return { ...priced, ...said }
}
const gather = (ask: Ask): Promise<SellerFacts> => gatherSeller({ kind: 'part', address, price: '0.10' }, page, ask)
const judge = async (facts: SellerFacts, inexact: ReadonlySet<Question> = new Set()): Promise<readonly Finding[]> => (await judgeSeller(facts, { recover: () => null, inexact })).findings
const outcome = (findings: readonly Finding[], check: Finding['check']) => findings.filter((one) => one.check === check).map((one) => one.outcome)

describe('what a seller answers', () => {
  it('fits through the border as it was gathered', async () => {
    const facts = await gather(seller({ range: 'silent' }))
    expect(v.parse(sellerFacts, JSON.parse(JSON.stringify(facts)))).toEqual(facts)
  })

  it('is not blamed for where it was not heard', async () => {
    const findings = await judge(await gather(seller({ head: 'silent', preflight: 'silent' })))
    expect([outcome(findings, 'head'), outcome(findings, 'preflight'), outcome(findings, 'range')]).toEqual([['unknown'], ['unknown'], ['good']])
  })

  it('that never comes is wrong, and stops there', async () => {
    const findings = await judge(await gather(seller({ plain: 'silent' })))
    expect(findings.map(({ check, outcome: is }) => `${check} ${is}`)).toEqual(['encrypted good', 'asks wrong'])
  })

  it('to a question that was not put exactly tells only where it is good', async () => {
    const json = { headers: { 'content-type': 'application/json' } }
    expect(outcome(await judge(await gather(seller({ person: json }))), 'people')).toEqual(['wrong'])
    expect(outcome(await judge(await gather(seller({ person: json })), inexactInBrowsers), 'people')).toEqual(['unknown'])
    expect(outcome(await judge(await gather(seller({})), inexactInBrowsers), 'people')).toEqual(['good'])
    expect(outcome(await judge(await gather(seller({ head: { status: 200 } })), inexactInBrowsers), 'head')).toEqual(['wrong'])
  })

  it('that leads elsewhere is told as that, without a number', async () => {
    const [, asks] = await judge(await gather(seller({ plain: { status: elsewhere } })))
    expect(asks).toMatchObject({ check: 'asks', outcome: 'wrong', seen: 'a redirect' })
  })
})
