import { en as words } from '../words/en'
import { mark } from './wren'

/** The wren on its coin. Decorative beside the name; `named` where it stands alone. */
export function Mark({ size = 'small', named = false }: { readonly size?: 'small' | 'large'; readonly named?: boolean }) {
  const name = named ? { role: 'img' as const, 'aria-label': words.name } : { 'aria-hidden': true as const }
  return (
    <svg class={`mark mark-${size}`} viewBox={mark.viewBox} {...name}>
      <circle class="mark-coin" {...mark.coin} />
      <path class="mark-bird" fill-rule="evenodd" d={mark.wren} />
      <path class="mark-legs" d={mark.legs} />
    </svg>
  )
}
