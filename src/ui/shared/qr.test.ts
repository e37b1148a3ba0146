import decodeQR from 'qr/decode.js'
import { expect, it } from 'vitest'
import { drawQr } from './qr'

/** Paints the path's runs (M x y h width ...) with `scale` pixels a module, as a camera would see them. */
function paint({ size, path }: ReturnType<typeof drawQr>, scale: number) {
  const side = size * scale
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++) data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
    }
  }
  return { width: side, height: side, data }
}

it('draws a code that reads back as the address', () => {
  const address = '0x209693Bc6afc0C5328bA36FaF03C514EF312287C'
  expect(decodeQR(paint(drawQr(address), 4))).toBe(address)
})

it('leaves four light modules around it', () => {
  const { size, path } = drawQr('0x209693Bc6afc0C5328bA36FaF03C514EF312287C')
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    expect(Number(x)).toBeGreaterThanOrEqual(4)
    expect(Number(x) + Number(width)).toBeLessThanOrEqual(size - 4)
    expect(Number(y)).toBeGreaterThanOrEqual(4)
    expect(Number(y)).toBeLessThan(size - 4)
  }
})
