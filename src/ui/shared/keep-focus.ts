/** Long enough for what comes in the place of something to ask for the focus itself. Milliseconds. */
const patience = 100

/**
 * What has the focus may go away under the reader's hand: a form that has done its work, a button that is no longer needed. Where
 * nothing else takes the focus then, the heading of what it stood in does, so that a screen reader goes on from there and not from
 * the top of the page.
 */
export function keepFocus(page: Document): void {
  /** What has the focus, and everything around it, from the inside out. */
  let held: readonly Element[] = []
  const isLost = (): boolean => page.activeElement === null || page.activeElement === page.body
  page.addEventListener('focusin', ({ target }) => {
    held = target instanceof Element ? around(target) : []
  })
  page.addEventListener('focusout', () => {
    // The reader let go of it, and it is still there: that is no loss.
    setTimeout(() => {
      if (held[0]?.isConnected === true && isLost()) held = []
    })
  })
  const rescue = (): void => {
    if (held[0]?.isConnected !== false || !isLost()) return
    const heading = held.find((one) => one.isConnected && one.querySelector(headings) !== null)?.querySelector<HTMLElement>(headings)
    if (heading?.hasAttribute('tabindex') === false) heading.tabIndex = -1
    heading?.focus({ preventScroll: true })
  }
  new MutationObserver(() => {
    if (held[0]?.isConnected === false) setTimeout(rescue, patience)
  }).observe(page.body, { childList: true, subtree: true })
}

const headings = 'h1, h2, h3'

function around(element: Element): readonly Element[] {
  const all: Element[] = []
  for (let at: Element | null = element; at !== null; at = at.parentElement) all.push(at)
  return all
}
