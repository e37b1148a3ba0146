import { usePrice } from './prices'

/** Says, beside converted prices, that they are estimates; nothing where prices are exact. */
export function Estimate() {
  const estimate = usePrice()?.estimate ?? null
  return estimate === null ? null : <p class="small quiet">{estimate}</p>
}
