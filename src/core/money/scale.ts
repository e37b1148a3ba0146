import { roundHalfEven } from './decimal'
import { toCurrency, type PriceDisplay } from './price'

/** Parts of the currency that steps are looked for among, in decimal places: finer than any amount that is shown. */
const finest = 12

/** Steps of a scale, at most. */
const mostSteps = 4

/**
 * Amounts for the scale of a chart, evenly apart and round in the reader's currency: from zero to the first that `top` is not
 * above. Each is the nearest whole atomic unit, for drawing and labels and never for adding up.
 * @param top atomic units
 */
export function scaleTo(top: bigint, decimals: number, display: Pick<PriceDisplay, 'currency' | 'rates'>): readonly bigint[] {
  if (top <= 0n) return [0n]
  const { value } = toCurrency(top, decimals, display)
  const height = (value.numerator * 10n ** BigInt(finest) - 1n) / value.denominator + 1n
  const step = roundStep(height)
  const steps = Number((height - 1n) / step + 1n)
  const atomicAt = (at: number) => roundHalfEven({ numerator: BigInt(at) * step * top * value.denominator, denominator: value.numerator * 10n ** BigInt(finest) }, 0)
  return Array.from({ length: steps + 1 }, (_, at) => atomicAt(at))
}

/** The smallest of 1, 2, 5, 10, 20, 50… that reaches `height` in few enough steps. */
function roundStep(height: bigint): bigint {
  for (let power = 1n; ; power *= 10n) {
    const step = [power, 2n * power, 5n * power].find((one) => one * BigInt(mostSteps) >= height)
    if (step !== undefined) return step
  }
}
