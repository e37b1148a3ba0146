import type { SlotKind } from '../../messaging/views'
import { browser } from '../../platform/browser'
import { openTab } from '../../platform/open-tab'

const kinds: readonly SlotKind[] = ['password', 'passkey', 'password+passkey', 'recovery']

/** Opens the dashboard in a tab of its own. @param place what follows the '#', for example "/history" */
export async function openDashboard(place = ''): Promise<void> {
  await openPage(`dashboard.html${place === '' ? '' : `#${place}`}`)
}

/** Where the dashboard asks for one kind of proof first, while the wallet is locked. */
export const unlockPlace = (kind: SlotKind) => `/unlock/${kind}`

/** What `unlockPlace` named, from the part of an address after '#'. */
export function askedAt(hash: string): SlotKind | null {
  return kinds.find((kind) => hash === `#${unlockPlace(kind)}`) ?? null
}

/** Where the first pages begin with the twelve words of an earlier wallet: what follows the '#'. */
export const restorePlace = 'restore'

const erasedPlace = 'erased'

/** The first pages, after everything was erased. @param left names what the browser did not let go of */
export const afterErasing = (left: readonly string[]): string => `onboarding.html#${[erasedPlace, ...left.map(encodeURIComponent)].join('/')}`

/** What is left, where the first pages are shown because everything was erased; null where they are not. @param hash the part of an address from '#' */
export function leftAfterErasing(hash: string): readonly string[] | null {
  const [place, ...left] = hash.slice(1).split('/')
  return place === erasedPlace ? left.map(decodeURIComponent) : null
}

export async function openOnboarding(place: typeof restorePlace | '' = ''): Promise<void> {
  await openPage(`onboarding.html${place === '' ? '' : `#${place}`}`)
}

async function openPage(path: string): Promise<void> {
  await openTab(browser.runtime.getURL(path))
}
