import { test as base } from '../support/test'
import { Stage } from './stage'

interface WorkerFixtures {
  /** Made once a process. A fixture of the process: what moves the chain's clock on shares no world with tests that trust it. */
  readonly stage: Stage
}

export const test = base.extend<object, WorkerFixtures>({
  stage: [async ({ world }, use) => use(await Stage.set(world)), { scope: 'worker', timeout: 60_000 }],
})

export { expect } from '../support/expect'
