/** In atomic units of a dollar: a cent and a hundred dollars. */
const least = 10_000n
const most = 100_000_000n
const mostChoices = 6
const usual = [1_000_000n, 2_000_000n, 5_000_000n] as const

/**
 * What an author suggests, "0.50 2 5", in atomic units and in that order. What is no such amount, or beyond the bounds, is left out;
 * where nothing is left the usual ones are suggested.
 */
export function readAmounts(text: string | null): readonly bigint[] {
  const amounts = (text ?? '').trim().split(/\s+/).flatMap((spelt) => {
    const [, whole = '', cents = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(spelt) ?? []
    const amount = BigInt(whole + cents.padEnd(6, '0'))
    return whole === '' || amount < least || amount > most ? [] : [amount]
  })
  return amounts.length === 0 ? usual : [...new Set(amounts)].slice(0, mostChoices)
}
