import { canonicalResource } from '../../core/purchase/identity'
import { browser } from '../../platform/browser'

/**
 * The address under which a tab shows a resource, without fragment: it may tell where the reader came from, which is not written
 * down. The resource's own where the tab shows something else, or does not tell.
 */
export async function addressIn(tabId: number, resource: string): Promise<string> {
  const shown = await browser.tabs.get(tabId).then(({ url }) => url?.split('#', 1)[0] ?? resource, () => resource)
  return canonicalResource(shown) === canonicalResource(resource) ? shown : resource
}
