import { beforeEach, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))

import { memory } from '../browser.fixtures'
import { WordsReminder } from './words-reminder'

const start = Date.UTC(2026, 10, 30, 9)
const hour = 3_600_000

let told: string[]
let backedUp: boolean
const reminder = () =>
  new WordsReminder(
    async () => backedUp,
    async (kind) => void told.push(kind),
  )

beforeEach(() => {
  memory.clear()
  told = []
  backedUp = false
})

it('whoever put off their words is reminded when the wallet is opened again, once a day, also by a worker that slept', async () => {
  await reminder().opened({ how: 'made' }, start)
  expect(told).toEqual([])
  await reminder().opened({ how: 'password' }, start + hour)
  await reminder().opened({ how: 'pin' }, start + 2 * hour)
  expect(told).toEqual(['backup'])
  await reminder().opened({ how: 'password' }, start + 26 * hour)
  expect(told).toEqual(['backup', 'backup'])
})

it('nobody is who has them', async () => {
  backedUp = true
  await reminder().opened({ how: 'password' }, start)
  expect(told).toEqual([])
})
