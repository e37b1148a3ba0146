import { en as words } from '../words/en'
import { Button } from './button'

export interface OtherWay {
  readonly label: string
  readonly onPress: () => void
}

/** What else would do, a press away. Nothing where there is nothing else. */
export function OtherWays({ ways }: { readonly ways: readonly OtherWay[] }) {
  if (ways.length === 0) return null
  return (
    <div class="factor-others">
      <p class="small quiet">{words.factor.others}</p>
      {ways.map(({ label, onPress }, at) => (
        <Button key={at} look="link" onClick={onPress}>
          {label}
        </Button>
      ))}
    </div>
  )
}
