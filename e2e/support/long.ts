/**
 * For a test whose promise another test of `npm test` holds already, with a nearer seller, key, place or lie: `npm run test:long`
 * runs all of them, so that `npm test` ends within its twenty minutes.
 */
export const long = { tag: '@long' } as const

/** The same for one of several that a list makes: those in `near` belong to every run. */
export const longUnless = (near: readonly string[], name: string): { readonly tag?: '@long' } => (near.includes(name) ? {} : long)
