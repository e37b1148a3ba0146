import { render, type ComponentChildren } from 'preact'
import { speakable, speech } from '../../core/words/speakable'
import { speakChosen } from '../../languages/speak-chosen'
import { silence } from '../../messaging/client'
import { onLanguageChosen } from '../../platform/language'
import './tokens.css'
import './base.css'
import './components.css'
import { keepFocus } from './keep-focus'
import { PricesProvider } from './prices'

speakable('silence', silence)

/**
 * Puts a page on screen, in the reader's language from the first thing that is seen: the house's styles, the reader's currency, and
 * the view. When another language is chosen, everything is said anew where it stands.
 *
 * @param title of the window, where the view sets none
 */
export async function mount(view: () => ComponentChildren, title?: () => string): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) return
  keepFocus(document)
  const show = async (): Promise<void> => {
    await speakChosen()
    const spoken = speech()
    if (spoken !== null) Object.assign(document.documentElement, { lang: spoken.tag, dir: spoken.direction })
    if (title !== undefined) document.title = title()
    render(<PricesProvider>{view()}</PricesProvider>, root)
  }
  let shown = show()
  onLanguageChosen(() => {
    shown = shown.then(show)
  })
  await shown
}
