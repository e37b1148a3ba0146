import { toDecimal } from '../../core/money'

/** Decimal places of the token that is taken. */
const decimals = 6

/** Atomic units exactly, as people read them: "$0.05", "$1,250.00". */
export function dollars(amount: bigint): string {
  const [whole = '0', part = ''] = toDecimal(amount < 0n ? -amount : amount, decimals).split('.')
  return `${amount < 0n ? '-' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part.padEnd(2, '0')}`
}

/** Atomic units exactly, for programs: "0.05". */
export const plainDollars = (amount: bigint): string => toDecimal(amount, decimals)

/** Atomic units from dollars as people type them: "0.05", "1,5". Null for anything else, and for nothing. */
export function readDollars(typed: string): bigint | null {
  const [, whole = '', part = ''] = /^\$?\s*(\d{1,7})(?:[.,](\d{1,6}))?$/.exec(typed.trim()) ?? []
  const amount = whole === '' ? 0n : BigInt(whole + part.padEnd(decimals, '0'))
  return amount === 0n ? null : amount
}
