import { test as base } from '../support/test'
import { startEveningPost, type EveningPost } from './evening-post'

interface Fixtures {
  /** The second seller, freshly opened. Its facilitator is the world's. */
  readonly post: EveningPost
}

export const test = base.extend<Fixtures>({
  post: async ({ world }, use) => {
    const post = await startEveningPost(world.facilitator)
    await use(post)
    await post.stop()
  },
})

export { expect } from '../support/test'
