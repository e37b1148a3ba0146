import { test as base } from '../support/test'
import { startHostileServer, type HostileServer } from './server'

interface Fixtures {
  /** The attacker's server, with nothing yet on its conscience. */
  readonly evil: HostileServer
}

export const test = base.extend<Fixtures>({
  evil: async ({ world }, use) => {
    const evil = await startHostileServer(world.facilitator)
    await use(evil)
    await evil.close()
  },
})

export { expect } from '../support/test'
