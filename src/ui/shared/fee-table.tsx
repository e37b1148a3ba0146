import { en as core } from '../../core/words/en'
import type { FeeLineView, MoneyView } from '../../messaging/views'
import { en as words } from '../words/en'
import { usePrice } from './prices'

const label: Record<FeeLineView['kind'], string> = {
  content: core.card.creator,
  platform: core.card.platform,
  facilitator: core.card.facilitator,
  network: core.card.network,
}

/** Where the money goes, line by line, and the total those lines add up to. What nobody declared says so. */
export function FeeTable({ lines, total }: { readonly lines: readonly FeeLineView[]; readonly total: MoneyView }) {
  const prices = usePrice()
  const paid = lines.flatMap((line) => (line.paidBy === 'reader' && line.amount !== null ? [line.amount] : []))
  const write = prices?.ledger([...paid, total])
  const funding = prices?.funding(total) ?? null
  return (
    <table class="fees">
      <caption class="heard">{words.fees.caption}</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={line.kind} class={line.paidBy === 'reader' ? '' : 'quiet'}>
            <th scope="row">{label[line.kind]}</th>
            <td>{valueOf(line, write)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.fees.total}</th>
          <td>{write?.(total)}</td>
        </tr>
        {funding !== null && (
          <tr class="quiet earlier">
            <th scope="row">{words.fees.funding(funding.percent)}</th>
            <td>{funding.cost}</td>
          </tr>
        )}
      </tfoot>
    </table>
  )
}

function valueOf(line: FeeLineView, write: ((money: MoneyView) => string) | undefined): string | undefined {
  if (line.amount === null) return core.card.notDeclared
  return line.paidBy === 'seller' ? core.card.paidBySeller : write?.(line.amount)
}
