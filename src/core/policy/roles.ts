/** Who may say what. `root` names the keys of all; `policy` says how the wallet watches and what it promises; `feeds` are rates and listed sites. */
export const roles = ['root', 'policy', 'feeds'] as const
export type Role = (typeof roles)[number]

/** How long each kind of document may be, in bytes, and how long it may say that it holds, in milliseconds. */
const day = 24 * 3_600_000
export const bounds = {
  root: { bytes: 16 * 1024, lasts: 800 * day },
  policy: { bytes: 64 * 1024, lasts: 100 * day },
  feeds: { bytes: 1024 * 1024, lasts: 15 * day },
} as const satisfies Record<Role, { readonly bytes: number; readonly lasts: number }>

/** How many keys have to agree at the least, whatever a root says. Feeds are signed by a machine, and are told apart for it. */
export const leastThreshold = { root: 2, policy: 2, feeds: 1 } as const satisfies Record<Role, number>

/** How far ahead of this device's clock a document may have been made: clocks differ, and days do not. */
export const farthestAhead = day
