/**
 * Shows the fee card and puts bought pieces in their place. Injected only into a page that asks for money.
 */
import { onPageEvent, send, type CardView, type PageEvent } from '../messaging/client'
import { createCard } from './card/card'
import { focusText, insertFragment } from './card/fragment'
import { sanitise } from './card/sanitise'
import { createSurface } from './card/surface'
import { onInjection } from './injection'

/** States whose sentence is said aloud when it changes. What is done is said by the text that was unlocked. */
const spoken: ReadonlySet<CardView['state']> = new Set(['working', 'refused'] as const)

onInjection('farthing.card', () => {
  const surface = createSurface()
  const dismissed = new Set<string>()
  /** What this page has asked money for. What comes without having been asked for was owned before: it must not move the reader. */
  const offered = new Set<string>()
  const card = createCard({ open: (item) => void open(item), undo: (item) => void send('card.undo', { item }), dismiss })
  let shown: CardView | null = null
  /** The last that was anything: what arrives is announced in its words, also where the card has gone by then. */
  let last: CardView | null = null

  const show = (view: CardView | null): void => {
    const sentence = view !== null && spoken.has(view.state) ? view.sentence : null
    if (sentence !== null && sentence !== shown?.sentence) surface.say(sentence)
    shown = view
    last = view ?? last
    if (view?.state === 'offer' || view?.state === 'working') offered.add(view.item)
    const visible = view !== null && !dismissed.has(view.item)
    if (visible) card.update(view)
    surface.place(visible ? card.element : null)
  }

  async function open(item: string): Promise<void> {
    const reply = await send('card.open', { item })
    if (!reply.ok && shown?.item === item) show({ ...shown, sentence: reply.sentence })
  }

  function dismiss(item: string): void {
    dismissed.add(item)
    show(shown)
    void send('card.dismiss', { item })
  }

  const insert = ({ item, src, html }: Extract<PageEvent, { event: 'fragment' }>): void => {
    const piece = sanitise(html, src)
    const inserted = piece === null ? null : insertFragment(document, src, piece)
    if (inserted === null) return
    if (offered.has(item)) focusText(inserted.first)
    if (last !== null) surface.say(last.arrived.replace('{count}', inserted.words.toLocaleString(last.language.locale)))
    void send('fragment.inserted', { item })
  }

  const read = (): void => {
    const before = shown
    void send('card.read', {}).then((reply) => {
      // An event that came meanwhile is newer than this answer.
      if (reply.ok && shown === before) show(reply.value)
    })
  }

  onPageEvent((event) => {
    if (event.event === 'card') show(event.view)
    else insert(event)
  })
  read()
  return read
})
