import { longestScript } from './detect'

/** The most values looked at in one script: a real one has a few dozen. Bounds the depth too. */
const maxNodes = 1000

/** Where a page's own work is described within a script. Not lists of other works: a front page is not behind its articles' walls. */
const within = ['@graph', 'hasPart', 'mainEntity', 'mainEntityOfPage']

/** Works, as schema.org calls them. Places and events that cost something say so with the same property. */
const work =
  /^(?:\w*(?:Article|Posting|Page|Episode|Object|CreativeWork|Review)|WebPageElement|WebContent|Report|Blog|Book|Chapter|Comment|Course|Guide|HowTo|LearningResource|Message|Recipe|ShortStory|Thesis)$/

/**
 * Whether a script of JSON-LD says that the work on its page, or a part of it, is not free (schema.org, isAccessibleForFree;
 * Google's guide to paywalled content). Looks at a bounded number of values, level by level. Never throws.
 */
export function declaresPaywall(script: string): boolean {
  const queue: unknown[] = [parse(script)]
  const enqueue = (values: readonly unknown[]): void => void queue.push(...values.slice(0, maxNodes - queue.length))
  for (let at = 0; at < queue.length; at += 1) {
    const value = queue[at]
    if (Array.isArray(value)) enqueue(value)
    else if (isObject(value)) {
      if (isWork(value['@type']) && isFalse(value['isAccessibleForFree'])) return true
      enqueue(within.flatMap((name) => value[name] ?? []))
    }
  }
  return false
}

function parse(script: string): unknown {
  if (script.length > longestScript) return null
  try {
    return JSON.parse(script)
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** One value, or each of a list of them. Lists within lists say nothing. */
function each(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** What has no type is taken for a work. A type may be written as an address, and there may be several. */
function isWork(type: unknown): boolean {
  const name = (one: unknown): string => (typeof one === 'string' ? one.slice(-64).replace(/^.*[/:#]/, '') : '')
  return type === undefined || each(type).some((one) => work.test(name(one)))
}

/** As publishers write it: false, "False", "https://schema.org/False", any of them in a list or as an @value. */
function isFalse(value: unknown): boolean {
  const plain = (one: unknown): unknown => (isObject(one) ? one['@value'] : one)
  return each(value)
    .map(plain)
    .some((one) => one === false || (typeof one === 'string' && /^(?:https?:\/\/schema\.org\/)?false$/i.test(one.trim())))
}
