/** Everything in the stores beside the database, which a test clears where a fresh profile begins. */
export const memory = new Map<string, unknown>()

const area = {
  get: async (key: string) => ({ [key]: memory.get(key) }),
  set: async (values: object) => Object.entries(values).forEach(([key, value]) => memory.set(key, value)),
  remove: async (key: string) => memory.delete(key),
}

/** What a wallet needs of a browser: `vi.mock('../../platform/browser', () => import('../browser.fixtures'))`. */
export const browser = { storage: { session: area, local: area }, alarms: { clear: async () => true, create: async () => undefined } }
