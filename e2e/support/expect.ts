import { expect as playwrightExpect } from 'playwright/test'

/** Milliseconds between looks: Playwright's own grow to a second, which every payment of every test would wait for in vain. */
const intervals = [50, 100, 150]

type Poll = typeof playwrightExpect.poll

const poll: Poll = (actual, options) => playwrightExpect.poll(actual, { intervals, ...(typeof options === 'string' ? { message: options } : options) })

/** Playwright's, which looks again sooner. */
export const expect = new Proxy(playwrightExpect, { get: (target, key, receiver): unknown => (key === 'poll' ? poll : Reflect.get(target, key, receiver)) })
