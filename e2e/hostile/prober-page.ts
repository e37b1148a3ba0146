/** What a page has found. Everything in it must be the same in a browser without a wallet. */
export interface Findings {
  /** Names on window, document, navigator and the like, symbols among them. */
  readonly names: Readonly<Record<string, readonly string[]>>
  /** Changes of the document that no script of the page has made. */
  readonly mutations: readonly string[]
  readonly elements: readonly string[]
  /** How often each function was called that a script of somebody else's might call, and each property read. */
  readonly calls: Readonly<Record<string, number>>
  readonly entries: readonly string[]
  /** How each way to load each file of the extension ended. */
  readonly loads: Readonly<Record<string, string>>
  /** Errors, violations and messages the page has heard of. */
  readonly heard: readonly string[]
  readonly runtime: string
  readonly styles: readonly string[]
  /** Where a thrown error says it came from. */
  readonly stacks: readonly string[]
}

interface Notes {
  readonly calls: Record<string, number>
  readonly mutations: string[]
  readonly heard: string[]
  readonly stacks: string[]
}

/**
 * Runs in the page, before anything else of it: takes the place of every function that a script might use on a page, sets
 * traps on what it might read, and writes down whoever comes by. Nothing outside this function may be named in it.
 */
export function eavesdrop(): void {
  const notes: Notes = { calls: {}, mutations: [], heard: [], stacks: [] }
  Reflect.set(window, 'notes', notes)
  const { apply, get } = Reflect
  const RealError = Error
  const hear = window.addEventListener.bind(window)
  let noting = false
  const note = (name: string): void => {
    // What taking notes calls itself is not noted.
    if (noting) return
    noting = true
    notes.calls[name] = (notes.calls[name] ?? 0) + 1
    const { stack = '' } = new RealError(name)
    if (/extension|detector|card\.js/.test(stack)) notes.stacks.push(stack)
    noting = false
  }

  const watched: readonly (readonly [string, object])[] = [
    ['EventTarget', EventTarget.prototype], ['Element', Element.prototype], ['Document', Document.prototype], ['Node', Node.prototype],
    ['Performance', Performance.prototype], ['PerformanceObserver', PerformanceObserver.prototype], ['MutationObserver', MutationObserver.prototype],
    ['JSON', JSON], ['Array', Array.prototype], ['String', String.prototype], ['Object', Object], ['Reflect', Reflect], ['Promise', Promise.prototype],
    ['Map', Map.prototype], ['Set', Set.prototype], ['WeakSet', WeakSet.prototype], ['Symbol', Symbol], ['RegExp', RegExp.prototype],
    ['History', History.prototype], ['Storage', Storage.prototype], ['CustomElementRegistry', CustomElementRegistry.prototype],
    ['CSSStyleSheet', CSSStyleSheet.prototype], ['XMLHttpRequest', XMLHttpRequest.prototype], ['Crypto', Crypto.prototype], ['URL', URL],
  ]
  for (const [owner, target] of watched) {
    for (const name of Object.getOwnPropertyNames(target)) {
      const described = Object.getOwnPropertyDescriptor(target, name)
      const value: unknown = described?.value
      if (described?.configurable !== true || typeof value !== 'function' || name === 'constructor' || owner === 'Reflect') continue
      const original = value as (...input: unknown[]) => unknown
      // Only calls of a script that is not this one are counted: this one counts with what it has kept.
      Object.defineProperty(target, name, {
        ...described,
        value(this: unknown, ...input: unknown[]): unknown {
          if (get(window, 'collecting') !== true) note(`${owner}.${name}`)
          return apply(original, this, input)
        },
      })
    }
  }
  const read: readonly (readonly [string, object, readonly string[]])[] = [
    ['document', Document.prototype, ['title', 'readyState', 'documentElement', 'body', 'prerendering', 'adoptedStyleSheets', 'baseURI', 'activeElement']],
    ['element', Element.prototype, ['innerHTML', 'outerHTML', 'shadowRoot', 'attributes', 'children', 'className', 'localName']],
    ['html', HTMLElement.prototype, ['innerText', 'dataset', 'style', 'hidden', 'title']],
    ['window', window, ['navigation', 'performance', 'top', 'chrome', 'browser']],
  ]
  for (const [owner, target, names] of read) {
    for (const name of names) {
      const described = Object.getOwnPropertyDescriptor(target, name)
      if (described?.configurable !== true || described.get === undefined) continue
      const original = described.get
      Object.defineProperty(target, name, {
        ...described,
        get(this: unknown): unknown {
          if (get(window, 'collecting') !== true) note(`get ${owner}.${name}`)
          return apply(original, this, [])
        },
      })
    }
  }

  for (const name of ['error', 'unhandledrejection', 'message', 'messageerror', 'securitypolicyviolation', 'focus', 'blur', 'resize', 'storage']) {
    hear(name, (event) => {
      const blocked = event instanceof SecurityPolicyViolationEvent ? `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}` : ''
      notes.heard.push(`${name} ${event instanceof ErrorEvent ? `${event.message} ${event.filename}` : ''}${blocked}`)
    }, true)
  }
  new ReportingObserver((reports) => notes.heard.push(...reports.map(({ type }) => `report ${type}`)), { buffered: true }).observe()

  class PayWall extends HTMLElement {
    connectedCallback(): void {
      note('pay-wall connected')
    }
    override getAttribute(name: string): string | null {
      note(`pay-wall asked for ${name}`)
      return super.getAttribute(name)
    }
    override get textContent(): string {
      note('pay-wall read')
      return ''
    }
  }
  customElements.define('pay-wall', PayWall)
  Object.defineProperty(PayWall.prototype, 'baseURI', { get: () => note('pay-wall located') })

  // What the page itself builds while it is parsed is not noted: only what comes after.
  hear('load', () => {
    new MutationObserver((records) => {
      for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
        const names = [...addedNodes, ...removedNodes].map(({ nodeName }) => nodeName).join()
        notes.mutations.push(`${type} ${target.nodeName} ${attributeName ?? ''} ${names}`)
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  }, { once: true })
}

/** Runs in the page when it has been there for a while, and says what was found. Nothing outside this function may be named in it. */
export async function tryEverything({ id, files }: { readonly id: string; readonly files: readonly string[] }): Promise<Findings> {
  const real = (name: string): Promise<string> =>
    new Promise((resolve) => {
      setTimeout(() => resolve(name), 1)
    })
  history.pushState(null, '', `${location.pathname}?later`)
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  Reflect.set(window, 'collecting', true)
  const notes = Reflect.get(window, 'notes') as Notes
  // What follows changes the document itself.
  const mutations = [...notes.mutations]
  const sorted = (names: readonly PropertyKey[]): string[] => names.map(String).sort()

  const objects: Readonly<Record<string, object>> = {
    window, document, navigator, html: document.documentElement, body: document.body, performance, navigation: window.navigation,
    chrome: (Reflect.get(window, 'chrome') as object | undefined) ?? {},
    Document: Document.prototype, HTMLElement: HTMLElement.prototype,
  }
  const names = Object.fromEntries(Object.entries(objects).map(([name, object]) => [name, sorted(Reflect.ownKeys(object))]))

  const load = (make: () => HTMLElement): Promise<string> =>
    new Promise((resolve) => {
      const element = make()
      for (const type of ['load', 'error', 'abort']) element.addEventListener(type, () => resolve(`${type} ${inside(element)}`))
      document.body.append(element)
    })
  const inside = (element: HTMLElement): string => {
    if (!(element instanceof HTMLIFrameElement) && !(element instanceof HTMLObjectElement)) return ''
    try {
      return `${String(element.contentDocument === null)} ${String(element.contentWindow?.length)} ${String(element.contentWindow?.location.href)}`
    } catch (fault) {
      return fault instanceof Error ? fault.name : 'thrown'
    }
  }
  const made = <K extends keyof HTMLElementTagNameMap>(tag: K, change: (element: HTMLElementTagNameMap[K]) => void) => () => {
    const element = document.createElement(tag)
    change(element)
    return element
  }
  const loads: Record<string, string> = {}
  await Promise.all(
    files.map(async (file) => {
      const url = `chrome-extension://${id}/${file}`
      const ways: Readonly<Record<string, () => Promise<string>>> = {
        fetch: () => fetch(url).then(({ status }) => `status ${status}`, String),
        opaque: () => fetch(url, { mode: 'no-cors' }).then(({ type }) => type, String),
        img: () => load(made('img', (img) => (img.src = url))),
        script: () => load(made('script', (script) => (script.src = url))),
        link: () => load(made('link', (link) => Object.assign(link, { rel: 'stylesheet', href: url }))),
        preload: () => load(made('link', (link) => Object.assign(link, { rel: 'modulepreload', href: url }))),
        iframe: () => load(made('iframe', (frame) => (frame.src = url))),
        object: () => load(made('object', (object) => (object.data = url))),
        import: () => import(url).then(() => 'imported', (fault: unknown) => (fault instanceof Error ? fault.name : 'thrown')),
        worker: () => real('').then(() => { try { new Worker(url); return 'made' } catch (fault) { return String(fault) } }),
      }
      for (const [way, tried] of Object.entries(ways)) loads[`${way} ${file}`] = await tried()
    }),
  )

  const entries = (performance.getEntries() as PerformanceResourceTiming[])
    .filter(({ entryType }) => ['resource', 'navigation', 'mark', 'measure'].includes(entryType))
    .map(({ entryType, name, initiatorType, responseStatus, nextHopProtocol }) => `${entryType} ${name} ${initiatorType} ${responseStatus} ${nextHopProtocol}`)
  const all = [...document.querySelectorAll('*')]
  const runtime = (Reflect.get(window, 'chrome') as { readonly runtime?: object } | undefined)?.runtime
  return {
    names,
    mutations,
    elements: [...document.documentElement.children].map(({ nodeName }) => nodeName).concat(sorted(document.documentElement.getAttributeNames())),
    calls: Object.fromEntries(Object.entries(notes.calls).sort(([one], [other]) => one.localeCompare(other))),
    entries: entries.sort(),
    loads,
    heard: [...notes.heard].sort(),
    runtime: runtime === undefined ? 'none' : Reflect.ownKeys(runtime).map(String).join(),
    styles: [`${document.adoptedStyleSheets.length}`, `${document.styleSheets.length}`, `${document.fonts.size}`, `${all.filter(({ shadowRoot }) => shadowRoot !== null).length}`],
    stacks: [...notes.stacks],
  }
}
