import type { MoneyView } from '../../messaging/views'
import { usePrice } from './prices'

interface AmountProps {
  readonly money: MoneyView
  /** 'hero' is the largest thing on a screen. */
  readonly size?: 'hero' | 'large' | 'text'
  /** Adds the exact amount of the token beneath. */
  readonly exact?: boolean
}

/** Money as typography: tabular figures in the serif, the unit small beside them. Keeps its place while the currency is not known yet. */
export function Amount({ money, size = 'text', exact = false }: AmountProps) {
  const prices = usePrice()
  return (
    <span class={`amount amount-${size}`}>
      <span class="amount-price">{prices === null ? '\u00a0' : <Figures text={prices.price(money)} />}</span>
      {exact && <span class="amount-exact">{prices === null ? '\u00a0' : prices.exact(money)}</span>}
    </span>
  )
}

/** Digits with their separators, as one figure; everything else is the unit. */
const figure = /(\p{Nd}(?:[\p{Nd}.,'’\s]*\p{Nd})?)/u

function Figures({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(figure).map((part, at) =>
        at % 2 === 1 || part === '' ? (
          part
        ) : (
          <span key={at} class="amount-unit">
            {part}
          </span>
        ),
      )}
    </>
  )
}
