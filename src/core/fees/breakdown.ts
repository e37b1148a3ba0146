import type { FeeLineRecord } from '../purchase/purchase'
import type { Declaration } from './declaration'
import { fundingCost } from './funding'

export type FeeLine = FeeLineRecord

/** What is said of, even where the seller says nothing: then it is not declared, which is never shown as zero. */
const asked = ['platform', 'facilitator'] as const

/**
 * What a reader pays and what is known of where it goes: one function for card, approval, receipt and history.
 *
 * With scheme exact and EIP-3009 the signed value is all that can be taken, and it goes to the payee whole. The lines that the
 * reader pays add up to it: content is what remains of it. What the seller passes on comes out of the content. Whoever settles
 * pays the network, never the reader. What it cost to get these dollars was spent before, and stands beside the total.
 * @param amount atomic units: the value that is signed
 * @param fundingBps the reader's own figure for that, in basis points; 0 where there is none, or where it is nobody's business
 */
export function breakdown(amount: bigint, declaration: Declaration, fundingBps: number): readonly FeeLine[] {
  const earlier = fundingBps === 0 ? [] : [{ kind: 'funding', amount: fundingCost(amount, fundingBps), paidBy: 'earlier', known: 'reader', account: null } as const]
  return [...priceLines(amount, declaration), ...earlier]
}

function priceLines(amount: bigint, declaration: Declaration): readonly FeeLine[] {
  if (declaration.state === 'none' || declaration.state === 'void') {
    const undeclared = asked.map((kind) => ({ kind, amount: null, paidBy: 'seller', known: 'undeclared', account: null }) as const)
    return [contentOf(amount), ...undeclared, settledByOthers]
  }
  const { fees, state } = declaration
  const lines = fees.map((fee): FeeLine => ({ ...fee, known: state }))
  const onTop = lines.filter(({ paidBy }) => paidBy === 'reader')
  const none = asked.filter((kind) => fees.every((fee) => fee.kind !== kind)).map((kind): FeeLine => ({ kind, amount: 0n, paidBy: 'seller', known: state, account: null }))
  const network = fees.some(({ kind }) => kind === 'network') ? [] : [settledByOthers]
  return [contentOf(amount - readerTotal(onTop)), ...onTop, ...lines.filter(({ paidBy }) => paidBy === 'seller'), ...none, ...network]
}

const contentOf = (amount: bigint): FeeLine => ({ kind: 'content', amount, paidBy: 'reader', known: 'agreed', account: null })
const settledByOthers: FeeLine = { kind: 'network', amount: 0n, paidBy: 'seller', known: 'agreed', account: null }

type Counted = Pick<FeeLine, 'kind' | 'amount' | 'paidBy'>

/** Atomic units the reader pays in all: equal to the signed value, or nothing may be signed. */
export function readerTotal(lines: Iterable<Counted>): bigint {
  let total = 0n
  for (const line of lines) if (line.paidBy === 'reader') total += line.amount ?? 0n
  return total
}

/** Atomic units that stay with the creator; null where something that may be taken out of them is not declared, or what is said and what is proved cannot both be. */
export function creatorKeeps(lines: readonly Counted[]): bigint | null {
  const passedOn = lines.filter(({ paidBy }) => paidBy === 'seller')
  if (passedOn.some(({ amount }) => amount === null)) return null
  const content = lines.find(({ kind }) => kind === 'content')?.amount ?? 0n
  const kept = content - passedOn.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n)
  return kept < 0n ? null : kept
}

/** Atomic units that are declared to go to others than the creator. */
export function othersShare(lines: readonly Counted[]): bigint {
  return lines.reduce((sum, { kind, amount }) => (kind === 'content' || kind === 'funding' ? sum : sum + (amount ?? 0n)), 0n)
}
