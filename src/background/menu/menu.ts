import { menu as words } from '../../core/words/menu'
import { browser } from '../../platform/browser'

export type MenuEntry = 'cost' | 'tip' | 'site' | 'link' | 'history' | 'lock'

interface Place {
  readonly contexts: ['link'] | ['action'] | ['page', 'selection', 'image', 'video', 'audio']
  /** Pages of the web: neither the browser's own nor Farthing's. */
  readonly documentUrlPatterns?: string[]
  readonly targetUrlPatterns?: string[]
}

const web = ['http://*/*', 'https://*/*']
const inPage: Place = { contexts: ['page', 'selection', 'image', 'video', 'audio'], documentUrlPatterns: web }
const onLink: Place = { contexts: ['link'], documentUrlPatterns: web, targetUrlPatterns: web }
const onButton: Place = { contexts: ['action'] }

/** Where each entry makes sense, in the order in which they stand. */
const places: Readonly<Record<MenuEntry, Place>> = { cost: inPage, tip: inPage, site: inPage, link: onLink, history: onButton, lock: onButton }

export const isMenuEntry = (id: number | string): id is MenuEntry => Object.hasOwn(places, id)

let shown: Promise<void> = Promise.resolve()

/** Puts the entries into the browser's menus, in the language that is spoken now. The browser keeps them while the worker sleeps. */
export function showMenu(): Promise<void> {
  // One after the other: two at once would each find the other's entries.
  shown = shown.then(async () => {
    await browser.contextMenus.removeAll()
    for (const [id, place] of Object.entries(places)) browser.contextMenus.create({ id, title: words[id as MenuEntry], ...place })
  })
  return shown
}
