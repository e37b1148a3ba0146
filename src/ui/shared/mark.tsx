import { en as words } from '../words/en'
import { wren } from './wren'

/** The wren on its coin. Decorative beside the name; `named` where it stands alone. */
export function Mark({ size = 'small', named = false }: { readonly size?: 'small' | 'large'; readonly named?: boolean }) {
  const name = named ? { role: 'img' as const, 'aria-label': words.name } : { 'aria-hidden': true as const }
  return (
    <svg class={`mark mark-${size}`} viewBox={wren.viewBox} {...name}>
      <circle class="mark-coin" {...wren.coin} />
      <path class="mark-bird" fill-rule="evenodd" d={wren.bird} />
    </svg>
  )
}
