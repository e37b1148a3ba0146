import { test as base } from 'playwright/test'
import { startWorld, type World } from '../../demo/world/index'
import { Extension } from './extension'
import { Reader } from './reader'

interface Fixtures {
  /** A browser in which Farthing has just been installed. */
  readonly extension: Extension
  /** A reader with an unlocked wallet and $5 in the purse, at the newspaper's door. */
  readonly reader: Reader
}

interface WorkerFixtures {
  readonly world: World
}

/** Every test has a browser and a profile of its own; the world is shared by the tests of one process and asks before it changes. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  world: [
    async ({}, use) => {
      const world = await startWorld({ chainPort: 0 })
      await use(world)
      await world.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  extension: async ({}, use) => {
    const extension = await Extension.launch()
    await use(extension)
    await extension.dispose()
  },
  reader: async ({ extension, world }, use) => use(await Reader.withPurse(extension, world, '5')),
})

export { expect } from 'playwright/test'
