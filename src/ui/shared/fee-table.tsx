import { creatorKeeps } from '../../core/fees/breakdown'
import { parseAtomic } from '../../core/money'
import { card } from '../../core/words/card'
import type { FeeLineView, MoneyView } from '../../messaging/views'
import { en as words } from '../words/en'
import { usePrice } from './prices'

const labelOf = (kind: FeeLineView['kind']): string => ({
  content: card.creator,
  platform: card.platform,
  facilitator: card.facilitator,
  network: card.network,
  escrow: card.escrow,
  onward: card.onward,
  funding: card.funding,
})[kind]

type Write = ((money: MoneyView) => string) | undefined

/**
 * Where the money goes: what the reader pays line by line, and the total those lines add up to; below it what is passed on out
 * of that, and what stays with the creator; below that what was spent before to have it. What nobody declared says so.
 */
export function FeeTable({ lines, total }: { readonly lines: readonly FeeLineView[]; readonly total: MoneyView }) {
  const prices = usePrice()
  const amounts = lines.flatMap(({ amount, paidBy }) => (amount === null || paidBy === 'earlier' ? [] : [amount]))
  const write = prices?.ledger([...amounts, total])
  const passedOn = lines.filter(({ paidBy }) => paidBy === 'seller' || paidBy === 'service')
  const earlier = lines.filter(({ paidBy }) => paidBy === 'earlier')
  return (
    <table class="fees">
      <caption class="heard">{words.fees.caption}</caption>
      <tbody>
        {lines.filter(({ paidBy }) => paidBy === 'reader').map((line) => (
          <Line key={line.kind} line={line} write={write} />
        ))}
      </tbody>
      <tbody class="fees-total">
        <tr>
          <th scope="row">{words.fees.total}</th>
          <td>{write?.(total)}</td>
        </tr>
      </tbody>
      {passedOn.length > 0 && (
        <tbody class="fees-after">
          {passedOn.map((line) => (
            <Line key={line.kind} line={line} write={write} />
          ))}
          <Keeps lines={lines} total={total} write={write} />
        </tbody>
      )}
      {earlier.length > 0 && (
        <tbody class="fees-after">
          {earlier.map((line) => (
            <Line key={line.kind} line={line} write={prices?.price} />
          ))}
        </tbody>
      )}
    </table>
  )
}

function Line({ line, write }: { readonly line: FeeLineView; readonly write: Write }) {
  return (
    <tr>
      <th scope="row">{labelOf(line.kind)}</th>
      <td>
        {valueOf(line, write)}
        {line.known !== 'agreed' && line.known !== 'undeclared' && <span class="fees-known">{words.fees.known[line.known]}</span>}
      </td>
    </tr>
  )
}

/** Said only where something is taken out: else it is what the reader pays. */
function Keeps({ lines, total, write }: { readonly lines: readonly FeeLineView[]; readonly total: MoneyView; readonly write: Write }) {
  const kept = creatorKeeps(lines.map((line) => ({ ...line, amount: line.amount === null ? null : parseAtomic(line.amount.atomic) })))
  if (kept === null || kept.toString() === total.atomic) return null
  return (
    <tr class="fees-keeps">
      <th scope="row">{words.fees.keeps}</th>
      <td>{write?.({ ...total, atomic: kept.toString() })}</td>
    </tr>
  )
}

function valueOf({ kind, amount, known, paidBy }: FeeLineView, write: Write): string | undefined {
  if (amount === null) return card.notDeclared
  if (paidBy === 'service') return card.paidByService
  return kind === 'network' && amount.atomic === '0' && known !== 'declared' && known !== 'signed' ? card.paidBySeller : write?.(amount)
}
