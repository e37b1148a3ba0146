import type { PaymentHeader } from '../../core/protocols/dialect'
import { siteOf } from '../../core/protocols/site'
import { browser } from '../../platform/browser'

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** What a payment travels with: the page itself, or what it loads. */
export const carriers = {
  document: ['main_frame'],
  subresource: ['image', 'media', 'xmlhttprequest'],
} as const
export type Carrier = keyof typeof carriers

/**
 * Lets one header travel with one navigation: one tab, GET, exactly this URL, and as a document only its main frame, as a part
 * only for a page of its own site: a frame of another site could take what was paid for.
 * A redirect's target or another tab never match (DESIGN 6, "Main-frame 402").
 * The rule does not go away by itself: `disarm` it on the answer, on a time-out, on tab close and on start.
 */
export async function armHeader(ruleId: number, tabId: number, url: string, header: PaymentHeader, carrier: Carrier): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [ruleId],
    addRules: [
      {
        id: ruleId,
        priority: 100,
        condition: {
          // The filter sees the fragment of the address bar, which the server never does.
          regexFilter: `^${escapeRegex(url)}(#.*)?$`,
          isUrlFilterCaseSensitive: true,
          tabIds: [tabId],
          resourceTypes: [...carriers[carrier]],
          requestMethods: ['get'],
          ...(carrier === 'subresource' && { initiatorDomains: [siteOf(new URL(url)) ?? ''] }),
        },
        action: {
          type: 'modifyHeaders',
          requestHeaders: [
            { header: header.name, operation: 'set', value: header.value },
            // A conditional request can be charged for an empty 304 (reference measurement; docs/PROTOCOLS.md).
            { header: 'If-None-Match', operation: 'remove' },
            { header: 'If-Modified-Since', operation: 'remove' },
          ],
        },
      },
    ],
  })
}

export async function disarm(ruleIds: readonly number[]): Promise<void> {
  if (ruleIds.length > 0) await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [...ruleIds] })
}

/** The rules that are still armed: after a crash of the worker they tell what may be under way. */
export async function armedRules(): Promise<readonly number[]> {
  const rules = await browser.declarativeNetRequest.getSessionRules()
  return rules.map((rule) => rule.id)
}
