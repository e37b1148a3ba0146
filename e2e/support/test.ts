import { test as base } from 'playwright/test'
import { startWorld, type World } from '../../demo/world/index'
import { Extension } from './extension'
import { keepRoles } from './host-log'
import { Reader } from './reader'
import { SharedBrowser } from './shared-browser'

interface Fixtures {
  /** A browser in which Farthing has just been installed. */
  readonly extension: Extension
  /** A reader with an unlocked wallet and $5 in the purse, at the newspaper's door. */
  readonly reader: Reader
}

interface Options {
  /** The browser is new, too, and shows what an installation shows. */
  readonly newlyInstalled: boolean
}

interface WorkerFixtures {
  readonly world: World
  readonly browsers: SharedBrowser
}

/** Every test has a reader of its own; the browser and the world are shared by the tests of one process, which leave nothing in either. */
export const test = base.extend<Fixtures & Options, WorkerFixtures>({
  newlyInstalled: [false, { option: true }],
  world: [
    async ({}, use) => {
      const world = await startWorld({ chainPort: 0 })
      await keepRoles(world)
      await use(world)
      await world.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  browsers: [
    async ({}, use) => {
      const browsers = new SharedBrowser()
      await use(browsers)
      await browsers.close()
    },
    { scope: 'worker' },
  ],
  extension: async ({ newlyInstalled, browsers }, use, testInfo) => {
    const extension = newlyInstalled ? await Extension.launch() : await browsers.next()
    await use(extension)
    if (newlyInstalled) await extension.dispose()
    // Whatever went wrong may have left something.
    else if (testInfo.status !== testInfo.expectedStatus) await browsers.close()
  },
  reader: async ({ extension, world }, use) => use(await Reader.withPurse(extension, world, '5')),
})

export { expect } from './expect'
