import type { ComponentChildren } from 'preact'
import type { MoneyView } from '../../../messaging/views'
import { usePrice } from '../../shared/prices'
import { ShareBar } from '../../shared/share-bar'

interface FiguresProps {
  readonly caption: string
  readonly columns: { readonly what: string; readonly spent: string }
  readonly children: ComponentChildren
}

/** A table whose rows have bars, which say nothing more than its figures. */
export function Figures({ caption, columns, children }: FiguresProps) {
  return (
    <table class="figures">
      <caption class="heard">{caption}</caption>
      <thead class="heard">
        <tr>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.spent}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

interface FigureProps {
  readonly money: MoneyView
  /** What a bar of full length is. */
  readonly whole: MoneyView
  /** What it was spent on. */
  readonly children: ComponentChildren
}

export function Figure({ money, whole, children }: FigureProps) {
  const prices = usePrice()
  return (
    <tr>
      <th scope="row">
        {children}
        <ShareBar full={money} whole={whole} />
      </th>
      <td>{prices?.price(money)}</td>
    </tr>
  )
}
