import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linksBetween, type PurseTraces } from './links'

const of = (purse: number, change: Partial<PurseTraces> = {}): PurseTraces => ({ purse, sites: [], payees: [], endpoint: `${String(purse)}.example`, ...change })

it('names what two purses share, and nothing that one has alone', () => {
  const payee = `0x${'11'.repeat(20)}` as const
  expect(linksBetween([of(0, { sites: ['a.example', 'b.example'], payees: [payee] }), of(1, { sites: ['b.example'] }), of(4, { payees: [payee] })])).toEqual([
    { purses: [0, 1], why: 'site', about: 'b.example' },
    { purses: [0, 4], why: 'payee', about: payee },
  ])
})

it('says that one endpoint that is asked about several can join them', () => {
  expect(linksBetween([of(0, { endpoint: 'rpc.example' }), of(1), of(2, { endpoint: 'rpc.example' })])).toEqual([{ purses: [0, 2], why: 'endpoint', about: 'rpc.example' }])
})

it('has no link of fewer than two purses, each purse once, whatever was paid', () => {
  const anyTraces = fc.array(fc.record({ purse: fc.nat(7), sites: fc.array(fc.constantFrom('a', 'b', 'c')), payees: fc.constant([]), endpoint: fc.constantFrom('x', 'y') }), { maxLength: 8 })
  fc.assert(
    fc.property(anyTraces, (all) => {
      const traces = [...new Map(all.map((one) => [one.purse, one])).values()]
      for (const { purses, why, about } of linksBetween(traces)) {
        expect(purses.length).toBeGreaterThan(1)
        expect(new Set(purses).size).toBe(purses.length)
        for (const { purse, sites, endpoint } of traces) expect(purses.includes(purse)).toBe(why === 'site' ? sites.some((site) => site === about) : endpoint === about)
      }
    }),
  )
})
