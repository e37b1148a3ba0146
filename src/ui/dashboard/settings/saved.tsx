import { Notice } from '../../shared/status'
import { words } from '../words'
import type { Changes } from './use-change'

/** Says that a choice was kept, or why it was not. */
export function Saved({ saved, sentence }: Pick<Changes, 'saved' | 'sentence'>) {
  return (
    <div class="saved" role="status">
      {/* The key makes a second saving a new sentence to say. */}
      {saved > 0 && sentence === null && (
        <p key={saved} class="tone-good">
          {words.settings.saved}
        </p>
      )}
      {sentence !== null && <Notice level="stop">{sentence}</Notice>}
    </div>
  )
}
