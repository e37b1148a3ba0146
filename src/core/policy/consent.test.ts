import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networks } from '../networks/networks'
import { agreedTo, shippedInForce, weigh, type InForce } from './consent'
import type { Policy } from './documents'
import { isInRange, isLooser, parameterNames, parameters, shippedParameters, type Parameters } from './parameters'
import { noHash, policyOf } from './policy.fixtures'

const text = (version: string, sha256: string, lang = 'en') => ({ id: 'privacy' as const, version, lang, sha256: sha256.repeat(32), bytes: 100 })

const someParameters = fc.record(
  Object.fromEntries(parameterNames.map((name) => [name, fc.integer({ min: parameters[name].least, max: parameters[name].most })])),
) as fc.Arbitrary<Parameters>
const someNetworks = fc.subarray(networks.map(({ id }) => id))
const someModel = fc.option(fc.constantFrom('aa', 'bb').map((pair) => ({ version: '2026-12-01', sha256: pair.repeat(32), bytes: 10 })))
const someTexts = fc.subarray([text('2026-11-01', 'aa'), text('2026-12-01', 'bb', 'de')])
const somePolicy: fc.Arbitrary<Policy> = fc
  .record({ parameters: someParameters, withdrawn: someNetworks, model: someModel, texts: someTexts })
  .map((more) => policyOf(7, noHash, more))
const someInForce: fc.Arbitrary<InForce> = somePolicy.map(agreedTo)

describe('what a policy does by itself', () => {
  it('the ranges hold what the wallet was made with', () => {
    for (const name of parameterNames) expect(isInRange(name, shippedParameters[name]), name).toBe(true)
  })

  it('is to watch more closely: it is applied, and told', () => {
    const { inForce, applied, waiting } = weigh(shippedInForce, policyOf(6, noHash, { parameters: { 'spree.sites': 3, 'twice.seconds': 20 }, withdrawn: ['eip155:84532'] }))
    expect(applied).toEqual([
      { kind: 'parameter', name: 'spree.sites', from: 4, to: 3 },
      { kind: 'parameter', name: 'twice.seconds', from: 8, to: 20 },
      { kind: 'network', id: 'eip155:84532', to: 'withdrawn' },
    ])
    expect(waiting).toEqual([])
    expect(inForce.parameters['spree.sites']).toBe(3)
    expect(inForce.withdrawn).toEqual(['eip155:84532'])
  })

  it('is never to watch less closely: that waits, and the old holds', () => {
    const { inForce, applied, waiting } = weigh(shippedInForce, policyOf(6, noHash, { parameters: { 'limit.day': 900, 'spree.sites': 3 } }))
    expect(applied).toHaveLength(1)
    expect(waiting).toEqual([{ kind: 'parameter', name: 'limit.day', from: 500, to: 900 }])
    expect(inForce.parameters['limit.day']).toBe(500)
  })

  it('is no word of a text, and no other model', () => {
    const policy = policyOf(6, noHash, { texts: [text('2026-12-01', 'bb')], model: { version: '2026-12-01', sha256: 'cc'.repeat(32), bytes: 9 } })
    const { inForce, waiting } = weigh({ ...shippedInForce, texts: [text('2026-11-01', 'aa')] }, policy)
    expect(waiting).toEqual([
      { kind: 'model', to: '2026-12-01' },
      { kind: 'text', id: 'privacy', lang: 'en', from: '2026-11-01', to: '2026-12-01' },
    ])
    expect(inForce.texts).toEqual([text('2026-11-01', 'aa')])
    expect(inForce.model).toBeNull()
  })

  it('whatever it says, loosens nothing and opens no network', () => {
    fc.assert(
      fc.property(someInForce, somePolicy, (before, policy) => {
        const { inForce } = weigh(before, policy)
        for (const name of parameterNames) expect(isLooser(name, before.parameters[name], inForce.parameters[name]), name).toBe(false)
        expect(inForce.withdrawn).toEqual(expect.arrayContaining([...before.withdrawn]))
        expect(inForce.texts).toEqual(before.texts)
        expect(inForce.model).toEqual(before.model)
      }),
    )
  })

  it('is the same whether it is weighed once or again, and agreeing leaves nothing to wait for', () => {
    fc.assert(
      fc.property(someInForce, somePolicy, (before, policy) => {
        const once = weigh(before, policy)
        const again = weigh(once.inForce, policy)
        expect(again.applied).toEqual([])
        expect(again.waiting).toEqual(once.waiting)
        expect(weigh(agreedTo(policy), policy)).toEqual({ inForce: agreedTo(policy), applied: [], waiting: [] })
      }),
    )
  })
})
