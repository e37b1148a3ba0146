import { Button } from '../../../shared/button'
import { Progress } from '../../../shared/status'
import { words } from './words'

interface BarProps {
  /** What is being done: said once. */
  readonly doing: string
  readonly done: number
  readonly all: number
  /** The same in words. */
  readonly soFar: string
  readonly onStop: () => void
}

/** How far something long has come, and the way to stop it. */
export function Bar({ doing, done, all, soFar, onStop }: BarProps) {
  return (
    <div class="stack">
      <Progress soFar={soFar}>{doing}</Progress>
      <progress class="bar" aria-label={words.bar} value={done} max={Math.max(all, 1)} />
      <div>
        <Button onClick={onStop}>{words.stop}</Button>
      </div>
    </div>
  )
}
