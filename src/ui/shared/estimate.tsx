import { usePrice } from './prices'

/** Says, beside converted prices, that they are estimates, and on demand of what; nothing where prices are exact. */
export function Estimate() {
  const estimate = usePrice()?.estimate ?? null
  if (estimate === null) return null
  return (
    <details class="estimate small quiet">
      <summary>{estimate.summary}</summary>
      {estimate.details.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </details>
  )
}
