import { wallOf } from '../../core/protocols/named/conventions'
import type { PageView } from '../../messaging/views'
import { Button } from '../shared/button'
import { Notice } from '../shared/status'
import { useTask } from '../shared/use-task'
import { en as words } from '../words/en'

/** What the page asks for and Farthing cannot pay: what keeps the reader out, and in small print what does not. */
export function Named({ page, onNoted }: { readonly page: PageView; readonly onNoted: () => void }) {
  const wall = wallOf(page.named)
  const asides = page.named.filter(({ asks }) => asks === 'tip' || asks === 'robots')
  return (
    <>
      {wall !== null && <p class="wall">{wall.sentence}</p>}
      {wall !== null && page.wished !== null && <Wish noted={page.wished} onNoted={onNoted} />}
      {asides.map(({ sentence }) => (
        <p key={sentence} class="aside small quiet">
          {sentence}
        </p>
      ))}
    </>
  )
}

/** "I would have paid": noted with one press, and taken back with another. The button stays the same one, and keeps the focus. */
function Wish({ noted, onNoted }: { readonly noted: boolean; readonly onNoted: () => void }) {
  const adding = useTask('wish.add')
  const undoing = useTask('wish.undo')
  const text = words.popup.wish
  const { working, run } = noted ? undoing : adding
  const sentence = adding.sentence ?? undoing.sentence
  return (
    <div class="wish">
      <div class="wish-line">
        <p role="status">{noted && text.noted}</p>
        <Button look={noted ? 'link' : 'secondary'} off={working} label={noted ? text.undoLabel : undefined} onClick={() => run({}, onNoted)}>
          {noted ? text.undo : text.action}
        </Button>
      </div>
      <p class="small quiet">{text.kept}</p>
      {sentence !== null && (
        <div role="alert">
          <Notice level="care">{sentence}</Notice>
        </div>
      )}
    </div>
  )
}
