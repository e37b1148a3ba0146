import type { SlotKind } from '../../messaging/views'
import { browser } from '../../platform/browser'

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

export async function openOnboarding(place: typeof restorePlace | '' = ''): Promise<void> {
  await openPage(`onboarding.html${place === '' ? '' : `#${place}`}`)
}

async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) })
}
