import { browser } from '../platform/browser'

/**
 * What the system shows outside the browser. Null where the reader has not allowed it: without that permission the browser has no
 * such functions at all.
 */
export function notices(): typeof browser.notifications | null {
  const { notifications } = browser as Partial<typeof browser>
  return notifications ?? null
}
