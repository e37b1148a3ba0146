/** What the worker does while something is bought: milliseconds since 1970. Nothing in the wallet knows of it: its borders are listened at. */
export interface Mark {
  readonly what: 'head' | 'come' | 'leaves' | 'heard' | 'told' | 'taken-back' | 'armed' | 'reloaded' | 'asked' | 'disk'
  /** Which message was heard, who was asked, which status a head or a page had. */
  readonly of: string
  readonly from: number
  readonly to: number
}

declare global {
  /** Gives what was noted since it was last asked. */
  var takeMarks: () => readonly Mark[]
}

type Work = (...given: readonly unknown[]) => Promise<unknown>

let marks: Mark[] = []
const now = (): number => performance.timeOrigin + performance.now()
const note = (what: Mark['what'], of: string, from: number): void => void marks.push({ what, of, from, to: now() })

/** Puts something in the place of a function of the browser's that does the same and notes how long it took. */
function listenAt(api: object, name: string, what: Mark['what'], of: (...given: readonly unknown[]) => string = () => ''): void {
  const known = api as Record<string, Work>
  const work = known[name]?.bind(api)
  if (work === undefined) return
  known[name] = async (...given) => {
    const from = now()
    try {
      return await work(...given)
    } finally {
      note(what, of(...given), from)
    }
  }
}

const { browser } = globalThis as unknown as { readonly browser?: typeof chrome }
for (const api of new Set([chrome, browser ?? chrome])) {
  listenAt(api.notifications, 'create', 'told')
  listenAt(api.notifications, 'clear', 'taken-back')
  listenAt(api.declarativeNetRequest, 'updateSessionRules', 'armed', (change) => ((change as { readonly addRules?: unknown }).addRules === undefined ? 'off' : 'on'))
  listenAt(api.tabs, 'reload', 'reloaded')
}
listenAt(globalThis, 'fetch', 'asked', (url) => new URL(String(url)).host)

// The database was opened before: its transactions are known by the first store that is asked of each.
const objectStore = IDBTransaction.prototype.objectStore
const seen = new WeakSet<IDBTransaction>()
IDBTransaction.prototype.objectStore = function (this: IDBTransaction, name) {
  if (!seen.has(this)) {
    seen.add(this)
    const from = now()
    this.addEventListener('complete', () => note('disk', this.mode, from))
  }
  return objectStore.call(this, name)
}

interface Head {
  readonly statusCode: number
}
interface Leaving {
  readonly requestHeaders?: readonly { readonly name: string }[]
}
const { runtime, webRequest } = chrome as unknown as {
  readonly runtime: { readonly onMessage: { addListener(hear: (message: { readonly type: string }) => void): void } }
  readonly webRequest: {
    readonly onHeadersReceived: { addListener(hear: (head: Head) => void, where: object): void }
    readonly onCompleted: { addListener(hear: (head: Head) => void, where: object): void }
    readonly onSendHeaders: { addListener(hear: (leaving: Leaving) => void, where: object, extra: readonly string[]): void }
  }
}
const pages = { urls: ['*://*/*'], types: ['main_frame'] }
runtime.onMessage.addListener(({ type }) => note('heard', type, now()))
webRequest.onHeadersReceived.addListener(({ statusCode }) => note('head', String(statusCode), now()), pages)
webRequest.onCompleted.addListener(({ statusCode }) => note('come', String(statusCode), now()), pages)
webRequest.onSendHeaders.addListener(
  ({ requestHeaders = [] }) => {
    if (requestHeaders.some(({ name }) => name.toLowerCase() === 'payment-signature')) note('leaves', '', now())
  },
  pages,
  ['requestHeaders'],
)

globalThis.takeMarks = () => {
  const taken = marks
  marks = []
  return taken
}
