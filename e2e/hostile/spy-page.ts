/** What a page reads of the card by every way to read. */
export interface Readings {
  /** Everything that is text: by selection, search, properties, carets, the clipboard and events. */
  readonly texts: Readonly<Record<string, string>>
  /** Which of the words that were looked for the browser finds on the page. */
  readonly found: readonly string[]
  readonly host: Readonly<Record<string, string>>
  readonly points: readonly string[]
  readonly keys: readonly string[]
}

/** Runs in the page: notes every event of keys, focus, pointer and clipboard from now on. Nothing outside this function may be named in it. */
export function listen(): void {
  const keys: string[] = []
  Reflect.set(window, 'keys', keys)
  const types = ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'focusin', 'focusout', 'copy', 'cut', 'selectionchange', 'selectstart', 'pointerdown', 'pointerup', 'click', 'contextmenu', 'animationstart', 'transitionend', 'scroll', 'slotchange']
  for (const type of types) {
    window.addEventListener(type, (event) => {
      const path = event.composedPath().map((target) => (target instanceof Node ? target.nodeName : 'window'))
      const key = event instanceof KeyboardEvent ? event.key : ''
      keys.push(`${type} ${key} ${event.target instanceof Node ? event.target.nodeName : ''} ${path.join('<')}`)
    }, true)
  }
}

/** Runs in the page: reads. Nothing outside this function may be named in it. @param words what is searched for on the page */
export async function readEverything(words: readonly string[]): Promise<Readings> {
  const host = document.documentElement.lastElementChild as HTMLElement
  // Deprecated, and what a page would use.
  const command = Reflect.get<Document, 'execCommand'>(document, 'execCommand')
  const selected = (): string => getSelection()?.toString() ?? ''
  const texts: Record<string, string> = {}
  command.call(document, 'selectAll')
  texts['selection of all'] = selected()
  const range = document.createRange()
  range.selectNode(host)
  getSelection()?.removeAllRanges()
  getSelection()?.addRange(range)
  texts['selection of the host'] = selected()
  document.addEventListener('copy', (event) => (texts['copied'] = event.clipboardData?.getData('text/plain') ?? ''), { once: true })
  command.call(document, 'copy')
  getSelection()?.removeAllRanges()

  const find = Reflect.get(window, 'find') as (text: string, ...how: boolean[]) => boolean
  const found = words.filter((word) => {
    getSelection()?.removeAllRanges()
    const hit = find.call(window, word, false, false, true, false, true, true)
    if (hit) texts[`found ${word}`] = selected()
    return hit
  })

  Object.assign(texts, {
    innerText: document.body.innerText, hostInnerText: host.innerText, hostText: host.textContent, outer: document.documentElement.outerHTML,
    serialised: new XMLSerializer().serializeToString(document), hostHTML: host.innerHTML,
    fonts: [...document.fonts].map(({ family }) => family).join(), active: document.activeElement?.nodeName ?? '',
    computedName: String(Reflect.get(host, 'computedName')), label: host.ariaLabel ?? '',
    animations: document.getAnimations().map((animation) => (animation instanceof CSSAnimation ? animation.animationName : '')).join(),
    resources: performance.getEntriesByType('resource').map(({ name }) => name).join(), title: document.title,
  })

  const points = new Set<string>()
  const rect = host.getBoundingClientRect()
  for (let x = rect.left + 2; x < rect.right; x += 12) {
    for (let y = rect.top + 2; y < rect.bottom; y += 8) {
      const caret = document.caretPositionFromPoint(x, y)
      const at = document.elementsFromPoint(x, y).map(({ nodeName }) => nodeName)
      points.add(`${at.join('<')} caret ${caret?.offsetNode.nodeName ?? ''} ${caret?.offsetNode.textContent ?? ''}`)
    }
  }
  const box = await new Promise<string>((resolve) => {
    new ResizeObserver(([entry]) => resolve(`${entry?.contentRect.width}x${entry?.contentRect.height}`)).observe(host)
  })
  const style = getComputedStyle(host)
  const kindOf = (get: () => object | null): string => {
    try {
      return get() === null ? 'null' : 'there'
    } catch (fault) {
      return fault instanceof Error ? fault.name : 'thrown'
    }
  }
  return {
    texts,
    found,
    points: [...points].sort(),
    keys: Reflect.get(window, 'keys') as string[],
    host: {
      name: host.nodeName, root: kindOf(() => host.shadowRoot), defined: String(host.matches(':defined')), attributes: host.getAttributeNames().join(), box,
      rect: `${rect.width}x${rect.height}`, scroll: `${host.scrollWidth}x${host.scrollHeight}`, children: String(host.childNodes.length),
      style: [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; '),
      before: getComputedStyle(host, '::before').content, after: getComputedStyle(host, '::after').content, slot: kindOf(() => host.assignedSlot),
      internals: kindOf(() => host.attachInternals().shadowRoot),
      second: kindOf(() => host.attachShadow({ mode: 'open' })),
      parts: String(host.part.length), slots: String(host.querySelectorAll('*').length),
    },
  }
}
