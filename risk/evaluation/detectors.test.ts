import { expect, it } from 'vitest'
import type { Payment } from '../simulator/payment'
import { Watched } from '../simulator/watched'
import type { Example, Wallet } from '../simulator/world'
import { above, product } from './detectors'
import type { Scorer } from './scorers'
import { emptyModel } from './testing'

const day = 86_400_000
const seen: Example['seen'] = { values: [], guards: [], level: 'ok', overLimit: false, tipFlagged: false }
const example = (change: Partial<Payment>): Example => ({ seen, payment: { at: 0, site: 'lantern.example', payTo: '0xaa', amount: 10n, asked: true, kind: 'article', title: null, ...change } })
const walletOf = (honest: readonly Example[], attack: readonly Example[] = []): Wallet => ({
  persona: 'daily',
  honest,
  incidents: [{ family: 'test', after: honest.length, examples: attack }],
  watched: new Watched(),
})
const high: Scorer = { name: 'high', of: ({ honest, incidents }) => ({ honest: honest.map(() => 1), incidents: incidents.map(({ examples }) => examples.map(() => 1)) }) }

it('does not ask again for what the reader has said is fine: there, for that account, up to that price, for 30 days', () => {
  const honest = [example({}), example({ at: 1 }), example({ at: 2, amount: 11n }), example({ at: 3, payTo: '0xbb' }), example({ at: 4, site: 'other.example' }), example({ at: 31 * day })]
  expect(above(high, 1).of(walletOf(honest)).honest).toEqual([true, false, true, true, true, true])
})

it('asks about an attack, unless it hides behind such an exception', () => {
  const attack = [example({ at: 5, amount: 10n }), example({ at: 6, amount: 50n })]
  expect(above(high, 1).of(walletOf([example({})], attack)).incidents).toEqual([[false, true]])
})

it('asks where the threshold is for what nobody is asked about, too', () => {
  const wallet = walletOf([example({}), example({ asked: false, site: 'other.example' })])
  expect(above(high, 2, 1).of(wallet).honest).toEqual([false, true])
})

it('takes a notice of a guard for a question under an allowance only', () => {
  const told: Example['seen'] = { ...seen, level: 'notice' }
  const honest = [{ ...example({}), seen: told }, { ...example({ asked: false }), seen: told }, { ...example({}), seen: { ...seen, level: 'deny' as const } }]
  expect(product(emptyModel).of(walletOf(honest)).honest).toEqual([false, true, true])
})
