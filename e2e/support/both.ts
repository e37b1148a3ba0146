/**
 * For a journey that `npm test` drives in Firefox as well as in Chromium: at least one of each thing that readers do.
 * `npm run test:firefox` drives more of them there.
 */
export const both = { tag: '@both' } as const

/** The same for one of several that a list makes. */
export const bothIf = (near: readonly string[], name: string): { readonly tag?: '@both' } => (near.includes(name) ? both : {})
