import type { Address } from '../hex'
import type { Trace } from '../purchase/purchase'
import type { FeeLine } from './breakdown'

/**
 * The lines of a price with what the settlement shows in the place of what was said: who paid the network, what went on to an
 * account that was named, and what went on to accounts that nobody had named. Lines that it shows nothing of stay as they were.
 * @param payTo the account that was paid
 */
export function traced(lines: readonly FeeLine[], trace: Trace | null, payTo: Address): readonly FeeLine[] {
  if (trace === null) return lines
  const wentTo = (account: Address): bigint => trace.onward.reduce((sum, { to, amount }) => (to === account ? sum + amount : sum), 0n)
  const named = new Set(lines.flatMap(({ account, paidBy }) => (account !== null && paidBy === 'seller' ? [account] : [])))
  const shown = lines.map((line): FeeLine => {
    if (line.kind === 'network' && line.known === 'agreed') return { ...line, paidBy: trace.sender === payTo ? 'seller' : 'service', known: 'chain' }
    if (line.paidBy !== 'seller' || line.account === null) return line
    // Two lines may name one account: then what it got cannot be told apart, and the words stay.
    const isOnly = lines.filter(({ account }) => account === line.account).length === 1
    const amount = wentTo(line.account)
    return isOnly && amount > 0n ? { ...line, amount, known: 'chain' } : line
  })
  const unnamed = trace.onward.reduce((sum, { to, amount }) => (named.has(to) ? sum : sum + amount), 0n)
  return unnamed === 0n ? shown : [...shown, { kind: 'onward', amount: unnamed, paidBy: 'seller', known: 'chain', account: null }]
}
