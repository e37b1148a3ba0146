import type { Address } from '../hex'
import type { Trace } from '../purchase/purchase'
import type { FeeLine } from './breakdown'

/**
 * The lines of a price with what the settlement shows in the place of what was said: who paid the network, what went on to an
 * account that was named, and what went on beyond that. Lines that it shows nothing of stay as they were. What the reader pays
 * stays what was signed, line by line: there the settlement can confirm, and not correct.
 * @param payTo the account that was paid
 */
export function traced(lines: readonly FeeLine[], trace: Trace | null, payTo: Address): readonly FeeLine[] {
  if (trace === null) return lines
  const shown = lines.map((line) => (line.kind === 'network' && line.known === 'agreed' ? networkLine(line, trace, payTo) : withAccount(line, lines, trace)))
  const total = sumOf(trace.onward)
  const explained = [...new Set(lines.flatMap(({ account }) => account ?? []))].reduce((sum, account) => sum + explainedBy(shown, account, trace), 0n)
  return total === explained ? shown : [...shown, { kind: 'onward', amount: total - explained, paidBy: 'seller', known: 'chain', account: null }]
}

const sumOf = (transfers: Trace['onward']): bigint => transfers.reduce((sum, { amount }) => sum + amount, 0n)
const wentTo = ({ onward }: Trace, account: Address): bigint => sumOf(onward.filter(({ to }) => to === account))

const networkLine = (line: FeeLine, { sender }: Trace, payTo: Address): FeeLine => ({ ...line, paidBy: sender === payTo ? 'seller' : 'service', known: 'chain' })

/** Where two lines name one account, what it got cannot be told apart: the words stay. */
function withAccount(line: FeeLine, lines: readonly FeeLine[], trace: Trace): FeeLine {
  if (line.account === null || lines.filter(({ account }) => account === line.account).length > 1) return line
  const amount = wentTo(trace, line.account)
  const confirms = line.paidBy === 'reader' ? amount === line.amount : amount > 0n
  return confirms ? { ...line, amount, known: 'chain' } : line
}

/** How much of what went to an account its lines account for; the rest went on unnamed. */
function explainedBy(lines: readonly FeeLine[], account: Address, trace: Trace): bigint {
  const said = lines.reduce((sum, line) => (line.account === account ? sum + (line.amount ?? 0n) : sum), 0n)
  const went = wentTo(trace, account)
  return went < said ? went : said
}
