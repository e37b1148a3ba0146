import { expect, it } from 'vitest'
import { families } from './attacks/families'
import { Random } from './random'
import { day } from './payment'
import { reader } from './readers'
import { world } from './world'

const small = () => [...world({ seed: 5, wallets: 8, wider: 1.3 })]

it('is the same world for the same seed', () => {
  const lives = (seed: number) => [...world({ seed, wallets: 2, wider: 1 })].map(({ honest }) => honest.map(({ payment }) => payment))
  expect(lives(5)).toEqual(lives(5))
  expect(lives(5)).not.toEqual(lives(6))
})

it('has numbers that are the same on every machine', () => {
  const random = new Random(42)
  expect([random.bits(), random.bits(), random.bits()]).toEqual([660_444_221, 3_652_823_732, 77_672_526])
})

it('has every family of attack in it, and at least four that are never trained on', () => {
  const played = new Set(small().flatMap(({ incidents }) => incidents.map(({ family }) => family)))
  expect([...played].sort()).toEqual(families.map(({ name }) => name).sort())
  expect(families.length).toBeGreaterThanOrEqual(14)
  expect(families.filter(({ frozen }) => frozen).length).toBeGreaterThanOrEqual(4)
})

it('keeps to the order of time, and lets nothing be paid above a limit', () => {
  for (const { honest, incidents } of small()) {
    for (const examples of [honest, ...incidents.map((one) => one.examples)]) {
      const times = examples.map(({ payment }) => payment.at)
      expect(times).toEqual([...times].sort((one, other) => one - other))
      expect(examples.slice(0, -1).filter(({ seen }) => seen.overLimit)).toEqual([])
    }
  }
})

it('asks nobody about what an allowance covers, and never more than it covers', () => {
  const { payments, allowances } = reader(new Random(11), 1)
  for (const one of payments.filter(({ asked }) => !asked)) {
    const allowed = allowances.get(one.site)?.filter(({ since, until }) => one.at > since && one.at < until)
    expect(allowed?.some(({ payTo, perPayment }) => payTo === one.payTo && one.amount <= perPayment)).toBe(true)
    const sameDay = payments.filter(({ site, asked, at }) => site === one.site && !asked && Math.floor(at / day) === Math.floor(one.at / day))
    expect(sameDay.reduce((sum, { amount }) => sum + amount, 0n)).toBeLessThanOrEqual(allowed?.at(-1)?.perDay ?? 0n)
  }
})
