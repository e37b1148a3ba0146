import '../../testing/fake-worker'
import { describe, expect, it } from 'vitest'
import { tableOnly } from '../../../core/money'
import { createPrices } from '../../shared/prices'
import { fakeWorker } from '../../testing/fake-worker'
import { barsOf } from './bars'
import { noTotals, someTotals } from './totals.fixtures'

const prices = createPrices('USD', 'en-GB', tableOnly, 0)

describe('bars', () => {
  fakeWorker({})

  it('are as high as what was spent, tips on top, and the scale begins at nothing and holds all of them', () => {
    const { labels, heights, scale } = barsOf(someTotals, prices)
    expect(scale).toEqual([
      { at: 0, label: '$0.00' },
      { at: 0.3333, label: '$1.00' },
      { at: 0.6666, label: '$2.00' },
      { at: 1, label: '$3.00' },
    ])
    expect([labels[12], heights[12]]).toEqual(['12 Nov', { whole: 0.7166, full: 0.05 }])
    expect([labels[29], heights[29]]).toEqual(['29 Nov', { whole: 0.0333, full: 0.0333 }])
    expect(heights.filter(({ whole }) => whole > 0)).toHaveLength(2)
  })

  it('are none where nothing was spent', () => {
    const { heights, scale } = barsOf(noTotals, prices)
    expect(scale).toEqual([{ at: 0, label: '$0.00' }])
    expect(heights.every(({ whole, full }) => whole === 0 && full === 0)).toBe(true)
  })
})
