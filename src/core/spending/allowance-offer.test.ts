import { describe, expect, it } from 'vitest'
import { daySteps, isOfferable, paymentSteps, suggestedAllowance, termsInDays } from './allowance-offer'
import { defaultLimits, type Limits } from './limits'
import { unknownSite, type SiteMemory } from './site-memory'

const cents = (count: number): bigint => BigInt(count) * 10_000n
const payTo = '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc'
const other = '0x90f79bf6eb2c4f870365e785982e1f101e93b906'
const usdc = '0x036cbd53842c5426634e7929541ec2318f3dcf7e'
const site = (amounts: readonly number[], count = amounts.length): SiteMemory => ({
  ...unknownSite({ network: 'eip155:84532', asset: usdc }, 'lantern.example'),
  count,
  amounts: amounts.map(cents),
  accounts: [{ payTo, count }],
})
const suggested = (memory: SiteMemory, change: Partial<Limits> = {}, askAbove: bigint | null = null) => suggestedAllowance(memory, payTo, { ...defaultLimits, ...change }, askAbove)

describe('what is suggested', () => {
  it('comes after the second purchase that the chain shows, and not before', () => {
    expect(suggested(site([5]))).toBeNull()
    expect(suggested(site([5, 8]))).toEqual({ perPayment: cents(10), perDay: cents(50), days: 30 })
  })

  it('is for the account that was paid, not for whoever is new on the site', () => {
    expect(suggestedAllowance(site([5, 5, 5]), other, defaultLimits, null)).toBeNull()
  })

  it('leaves room for the dearest of the latest prices, and for nothing above a dollar', () => {
    expect(suggested(site([5, 5, 12]))?.perPayment).toBe(cents(20))
    expect(suggested(site([5, 100]))).toEqual({ perPayment: cents(100), perDay: cents(300), days: 30 })
    expect(suggested(site([5, 101]))).toBeNull()
  })

  it('goes over no limit, and not over what is confirmed each time', () => {
    expect(suggested(site([5, 8]), { payment: cents(9) })).toBeNull()
    expect(suggested(site([5, 8]), { siteDay: cents(49) })).toBeNull()
    expect(suggested(site([5, 8]), { day: cents(49) })).toBeNull()
    expect(suggested(site([5, 8]), {}, cents(9))).toBeNull()
    expect(suggested(site([5, 8]), {}, cents(10))).not.toBeNull()
  })
})

describe('what can be allowed', () => {
  it('is one of the steps, with a day that has room for one purchase', () => {
    const offers = paymentSteps.flatMap((perPayment) => daySteps.flatMap((perDay) => termsInDays.map((days) => ({ perPayment, perDay, days }))))
    expect(offers.filter(isOfferable)).toEqual(offers.filter(({ perPayment, perDay }) => perDay >= perPayment))
  })

  it('is nothing else', () => {
    const offer = { perPayment: cents(10), perDay: cents(50), days: 30 }
    expect(isOfferable(offer)).toBe(true)
    for (const change of [{ perPayment: cents(10) + 1n }, { perPayment: cents(200) }, { perDay: cents(500) }, { perDay: cents(5) }, { days: 31 }, { days: 365 }]) expect(isOfferable({ ...offer, ...change })).toBe(false)
  })
})
