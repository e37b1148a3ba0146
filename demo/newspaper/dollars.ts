const decimals = 6
const shape = /^(\d{1,7})(?:\.(\d{1,6}))?$/

/** "$0.05" from atomic units of the token: at least two decimals, thousands with commas. */
export function dollars(amount: bigint): string {
  const digits = amount.toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, -decimals).replace(/\B(?=(\d{3})+$)/g, ',')
  return `$${whole}.${digits.slice(-decimals).replace(/0{1,4}$/, '')}`
}

/** Atomic units from "0.05". Null for anything but plain digits with at most six decimals. */
export function parseDollars(text: string): bigint | null {
  const match = shape.exec(text)
  return match === null ? null : BigInt(`${match[1] ?? ''}${(match[2] ?? '').padEnd(decimals, '0')}`)
}
