import type { Page } from 'playwright'
import type { CardView } from '../../src/messaging/views'
import { violations } from './access'
import { expect } from './expect'
import { toTheme } from './looks'
import type { Reader } from './reader'

const offer: CardView = {
  item: 'one',
  title: 'How swifts sleep on the wing, and why nobody has seen it until now',
  site: 'lantern.localhost',
  state: 'offer',
  price: '$0.05',
  lines: [
    { label: 'Creator receives', value: '$0.045' },
    { label: 'Platform share', value: 'not declared by the seller' },
    { label: 'Network fee', value: 'paid by the seller' },
    { label: 'Paid to', value: '0x3C44…93BC' },
  ],
  keep: 'Yours to keep · 1,200 words',
  sentence: 'This is test money. It has no value.',
  action: 'Unlock for $0.05',
  does: 'open',
  why: { question: 'Why am I seeing this?', answer: 'This page asks for a payment. Nothing is paid until you agree in a separate window.' },
  dismiss: 'Put away',
  arrived: 'Unlocked, {count} words',
  language: { tag: 'en', locale: 'en', direction: 'ltr' },
}

const bare = { ...offer, price: null, lines: [], keep: null, action: null } satisfies CardView

/** The card in each of its states, and one that runs from right to left. */
export const cardStates: Readonly<Record<string, CardView>> = {
  offer,
  loading: { ...bare, state: 'loading', sentence: 'Looking up the price' },
  refused: { ...bare, state: 'refused', sentence: 'You were not charged. You have blocked this site.' },
  working: { ...bare, state: 'working', sentence: 'Your payment is on its way' },
  'about to pay': { ...bare, state: 'working', price: '$0.05', sentence: 'Paying $0.05, as you had allowed.', action: 'Stop', does: 'undo' },
  done: { ...bare, state: 'done', sentence: 'You bought this on 3 March. The site asks again; try opening it free first.', action: 'Open it again, free' },
  'right to left': { ...offer, language: { tag: 'ar', locale: 'ar-u-nu-latn', direction: 'rtl' } },
}

/** What keeps somebody out of the card, in each of its states. @param page shows a card already */
export async function cardBarriers(reader: Reader, page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  const host = '#opened-for-a-test'
  await openRoot(page)
  const found: string[] = []
  for (const [state, view] of Object.entries(cardStates)) {
    const worker = await reader.extension.worker()
    await worker.evaluate(
      async ([url, shown]) => {
        const { chrome } = globalThis as unknown as { chrome: { tabs: { query(filter: object): Promise<readonly { readonly id: number }[]>; sendMessage(tab: number, message: unknown): Promise<unknown> } } }
        const [tab] = await chrome.tabs.query({ url })
        if (tab !== undefined) await chrome.tabs.sendMessage(tab.id, { event: 'card', view: shown }).catch(() => undefined)
      },
      [page.url(), view] as const,
    )
    await expect.poll(() => reader.card(page).text()).toContain(view.action ?? view.sentence ?? '')
    const add = (where: string, finds: readonly string[]): void => void found.push(...finds.map((find) => `card, ${state}, ${where}: ${find}`))
    add('light', await violations(page, 'all', host))
    add('inside', await inside(page, host))
    await toTheme(page, 'dark')
    add('dark', await violations(page, 'colours', host))
    await toTheme(page, 'light')
  }
  await session.detach()
  return found

  /** The root is closed to the page, and so to what measures it: the debugger hands it over. */
  async function openRoot(of: Page): Promise<void> {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    const closed = [root, ...(root.children ?? []).flatMap((html) => html.children ?? [])].find(({ shadowRoots }) => shadowRoots?.some(({ shadowRootType }) => shadowRootType === 'closed'))
    const [shadow] = closed?.shadowRoots ?? []
    const [element, inner] = await Promise.all([closed, shadow].map(async (node) => (await session.send('DOM.resolveNode', { backendNodeId: node?.backendNodeId ?? 0 })).object.objectId ?? ''))
    await session.send('Runtime.callFunctionOn', {
      objectId: element ?? '',
      arguments: [{ objectId: inner ?? '' }],
      functionDeclaration: `function (root) { Object.defineProperty(this, 'shadowRoot', { value: root, configurable: true }); this.id = ${JSON.stringify(host.slice(1))} }`,
    })
    await expect(of.locator(host)).toHaveCount(1)
  }
}

/** What the rules do not look at, because it is no more than seen: the texts, which nothing can reach. */
async function inside(page: Page, host: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const all = [...(document.querySelector(selector)?.shadowRoot?.querySelectorAll<HTMLElement>('aside, aside *') ?? [])]
    return all.flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      const name = `${element.tagName.toLowerCase()}.${element.className}`
      if (element.tagName === 'BUTTON' && width > 0 && (width < 24 || height < 24)) return [`is smaller than 24 pixels: ${name}`]
      return element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).textOverflow !== 'ellipsis' ? [`is cut off: ${name}`] : []
    })
  }, host)
}
