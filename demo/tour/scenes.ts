import type { BrowserContext } from 'playwright'
import type { Camera } from './camera'

const size = { width: 1400, height: 860 }

/** The pictures of the README, put together from those of the tour. */
export async function composeScenes(context: BrowserContext, camera: Camera): Promise<void> {
  for (const [look, background] of [['light', '#ece5d8'], ['dark', '#0b0a07']] as const) {
    await camera.compose(context, {
      name: `hero-${look}`,
      size,
      background,
      windows: [
        { name: `article-card-${look}`, left: 290, top: 60, width: 1070 },
        { name: `article-approval-${look}`, left: 40, top: 150, width: 390 },
      ],
    })
  }
}
