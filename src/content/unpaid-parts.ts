import type { Input } from '../messaging/client'

type UnpaidPart = Input<'page.found'>['parts'][number]

const maxParts = 10
const maxAddress = 2048

/** Pages within pages: what they ask for is theirs to show, and a payment does not travel into them. */
const nested: ReadonlySet<string | undefined> = new Set(['iframe', 'frame', 'embed', 'object'])

/**
 * The images, recordings and data of a page that were answered with 402, as the browser's own list of what was loaded tells
 * (Resource Timing). Answers of other origins that do not allow it have no status there, and are not found. A look at the
 * list costs nothing where nothing is for sale.
 */
export function readUnpaidParts(loaded: Pick<Performance, 'getEntriesByType'>): UnpaidPart[] {
  const addresses = new Set<string>()
  for (const entry of loaded.getEntriesByType('resource') as Partial<PerformanceResourceTiming>[]) {
    const address = entry.name?.split('#', 1)[0] ?? ''
    if (entry.responseStatus === 402 && !nested.has(entry.initiatorType) && /^https?:/.test(address) && address.length <= maxAddress) addresses.add(address)
    if (addresses.size === maxParts) break
  }
  return [...addresses].map((src) => ({ src }))
}
