import { send } from '../../messaging/client'
import type { Settings } from '../../messaging/views'
import { browser } from '../../platform/browser'

const everySite = { origins: ['*://*/*'] }

export type AccessOutcome = { readonly kind: 'chosen' } | { readonly kind: 'declined' } | { readonly kind: 'failed'; readonly sentence: string }

/**
 * Sets where Farthing looks for prices, with the browser's own permission. Call it directly in a click handler:
 * the browser asks the reader only then. Declining leaves "only when I click"; choosing that gives the permission back.
 */
export async function chooseAccess(access: Settings['access']): Promise<AccessOutcome> {
  const granted = access === 'on-click' || (await browser.permissions.request(everySite).catch(() => false))
  const reply = await send('settings.change', { access: granted ? access : 'on-click' })
  if (!reply.ok) return { kind: 'failed', sentence: reply.sentence }
  // A build that was given the permission for good cannot give it back; the setting holds all the same.
  if (access === 'on-click') await browser.permissions.remove(everySite).catch(() => false)
  return { kind: granted ? 'chosen' : 'declined' }
}

/** Whether the browser lets Farthing look at every site at this moment. */
export function isEverySiteAllowed(): Promise<boolean> {
  return browser.permissions.contains(everySite).catch(() => false)
}
