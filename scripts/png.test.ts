import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPng, repackPng } from './png'

const folder = 'public/icons'

it.each(readdirSync(folder))('%s is about as small as it can be', (icon) => {
  const file = readFileSync(join(folder, icon))
  // Not to the byte: zlib differs from one Node to the next.
  expect(file.length).toBeLessThan(repackPng(file).length * 1.05)
})

describe('a picture that was packed anew', () => {
  // Drawn once by Chromium: asking-16 as it left the browser.
  const drawn = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAACNElEQVR4nIxTS2hTQRQ9M++1aRNNaaoQtVCR2Ca21ESr1OJGBBf+dgpqkRSr4lJKwYWCguAfulJaK7rTWsRFq3Ujim7E+omgif24qJWIiKmN/ZikzXVm0jzfC03pXby59757ztwzM1dHjj1u9tWnOWsCI58I182lw4xYmKXpzs7OyCtzPcs6z4Kri6YKi88R0MIY0zCPEdGsQFx1U+RMXQdSBkHP8cr1HFqXCKuwgJV6/FixaReGeq9/TPz52binffADz7BoB3LBxS43lq70WAjW7DiC8vq9qG08W5PBAHrvUW+DWFuzRQWOEvibLqJ07QYVx4bf4n17C+zLVqGsavNc7p1cWkXndzlj/DADU51oNjtqDp6GVmjD6MtuVezybERt8Dwqth1ScSL+CyPP70FiOOkndHE0finCWVGNQPMV2JxliH8bRMESl9H68uqthv+l7ybSqUT2WL1yZ6904yOf8PnBNbWDs7wS7sB2zGfjoxHDJzAvF5+/2cSP0FOMZfTlNcatN8xF9yFzIjX5Oy84PZPCRHTYxIaQkEAWgmh/X16Cry+6TPqViJCQgFtESGZT4+IsBh62id2SFvD3N08w1HPjPxSY0GdYp3qJj455TwlxF8wAvcih7l23lyA28BrTsaiFUDzrk7s7Im2K4P4+aA6Xr1+ICmAxRghNjoXr9ndjVj0g6dgT0w0EuqQGJh9O/iO6bE9ObZEYmWO5RXKcibMgMZKjbIwziEV4mm7njvM/AAAA//+XvbiLAAAABklEQVQDAMBdxoY9MG5WAAAAAElFTkSuQmCC',
    'base64',
  )

  it('is smaller and has the same pixels', () => {
    const packed = repackPng(drawn)
    expect(packed.length).toBeLessThan(drawn.length)
    expect(readPng(packed)).toEqual(readPng(drawn))
  })

  it('is refused where it is of another kind', () => {
    const sixteenBits = Buffer.from(drawn)
    sixteenBits[24] = 16
    expect(() => repackPng(sixteenBits)).toThrow()
  })
})
