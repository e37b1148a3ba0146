import type { CardView } from '../../messaging/client'
import { element, setText } from './element'
import { createCross, createMark } from './mark'

export interface CardActions {
  /** Opens the approval for an item. */
  readonly open: (item: string) => void
  /** Stops what is about to be paid for an item. */
  readonly undo: (item: string) => void
  readonly dismiss: (item: string) => void
}

export interface Card {
  readonly element: HTMLElement
  update(view: CardView): void
}

/**
 * The card: what is sold and for how much, and one button that opens the approval. It decides nothing and
 * knows nothing about the reader. Its elements are made once and refilled, so that focus stays where it is.
 */
export function createCard(actions: CardActions): Card {
  let item = ''
  let does: CardView['does'] = 'open'
  let unfolded = false
  const parts = createParts()
  const whenPressed = (button: HTMLButtonElement, act: () => void): void =>
    button.addEventListener('click', (event) => {
      // A script's click is the page's wish, and the second of a double click nobody's.
      if (event.isTrusted && event.detail <= 1) act()
    })
  const unfold = (open: boolean): void => {
    unfolded = open
    parts.answer.hidden = !open
    parts.why.setAttribute('aria-expanded', String(open))
    // The answer itself is inert; those who listen hear it as the button's description.
    if (open) parts.why.setAttribute('aria-description', parts.answer.textContent)
    else parts.why.removeAttribute('aria-description')
  }
  whenPressed(parts.action, () => actions[does](item))
  whenPressed(parts.away, () => actions.dismiss(item))
  whenPressed(parts.why, () => unfold(!unfolded))
  parts.aside.addEventListener('keydown', (event) => {
    if (event.isTrusted && event.key === 'Escape') actions.dismiss(item)
  })

  return {
    element: parts.aside,
    update(view) {
      if (view.item !== item) unfold(false)
      item = view.item
      does = view.does
      fill(parts, view)
    },
  }
}

type Parts = ReturnType<typeof createParts>

function createParts() {
  const who = element('div', { class: 'who', inert: true })
  const away = element('button', { class: 'away' }, createCross())
  const title = element('p', { class: 'title', inert: true })
  const price = element('p', { class: 'price', inert: true })
  const sentence = element('p', { class: 'sentence', inert: true })
  const lines = element('dl', { class: 'lines', inert: true })
  const keep = element('p', { class: 'keep', inert: true })
  const action = element('button', { class: 'action' })
  const why = element('button', { class: 'why' })
  const answer = element('p', { class: 'answer', inert: true })
  const group = element('div', { class: 'offer' }, title, price, sentence, lines, keep, action, why, answer)
  const aside = element('aside', {}, element('header', {}, createMark(), who, away), group)
  aside.setAttribute('aria-label', 'Farthing')
  // Titles come in every script.
  title.dir = 'auto'
  group.setAttribute('role', 'group')
  answer.hidden = true
  for (const button of [away, action, why]) button.type = 'button'
  why.setAttribute('aria-expanded', 'false')
  return { aside, group, who, away, title, price, sentence, lines, keep, action, why, answer }
}

function fill(parts: Parts, view: CardView): void {
  parts.aside.dataset['state'] = view.state
  parts.aside.lang = view.language.tag
  parts.aside.dir = view.language.direction
  parts.who.textContent = view.site
  parts.title.textContent = view.title
  setText(parts.price, view.price)
  setText(parts.sentence, view.sentence)
  parts.lines.hidden = view.lines.length === 0
  parts.lines.replaceChildren(
    ...view.lines.map((line) => element('div', {}, element('dt', { text: line.label }), element('dd', { text: line.value }))),
  )
  setText(parts.keep, view.keep)
  setText(parts.action, view.action)
  parts.why.textContent = view.why.question
  parts.answer.textContent = view.why.answer
  parts.away.setAttribute('aria-label', view.dismiss)
  parts.group.setAttribute('aria-label', summarise(view))
}

/** What the inert texts say, in one breath: the name of the group that its buttons stand in. */
function summarise(view: CardView): string {
  const lines = view.lines.map((line) => `${line.label} ${line.value}`)
  const parts = [view.title, view.site, view.price, view.sentence, ...lines, view.keep]
  const said = parts.filter((part) => part !== null && part !== '').join('. ')
  // A sentence brings its own full stop.
  return said.replaceAll('.. ', '. ')
}
