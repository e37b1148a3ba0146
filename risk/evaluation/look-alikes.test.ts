import { expect, it } from 'vitest'
import { lookAlikes } from './look-alikes'

const measured = lookAlikes()

it('finds most disguises of real names, whichever way they are written', () => {
  for (const { kind, made, found } of measured.disguises) {
    expect(made, kind).toBeGreaterThan(200)
    expect(found, kind).toBeGreaterThan(0.75)
  }
})

it('seldom takes one honest site for another, even of those that were once taken for one by mistake', () => {
  const [others, hard] = measured.honest
  expect(others?.sites).toBeGreaterThan(300)
  expect(others?.alarms).toBeLessThan(0.01)
  expect(hard?.sites).toBeGreaterThan(1_000)
  expect(hard?.alarms).toBeLessThan(0.005)
})
