import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'

const folder = join('demo', 'out')

interface Size {
  readonly width: number
  readonly height: number
}

/** Takes every picture twice, in light and in dark, into demo/out. */
export class Camera {
  constructor() {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }

  /** @param size of the window, in CSS pixels; absent: as it is */
  async take(page: Page, name: string, size?: Size): Promise<void> {
    if (size !== undefined) await page.setViewportSize(size)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: this.#path(`${name}-${colorScheme}`), animations: 'disabled' })
    }
  }

  /** Lays pictures that were taken over one another, as windows lie on a screen: see `Scene`. */
  async compose(context: BrowserContext, scene: Scene): Promise<void> {
    const page = await context.newPage()
    await page.setViewportSize(scene.size)
    const windows = scene.windows.map(({ name, left, top, width }) => {
      const picture = readFileSync(this.#path(name)).toString('base64')
      return `<img src="data:image/png;base64,${picture}" style="left:${left}px;top:${top}px;width:${width}px">`
    })
    await page.setContent(`<style>${style}</style><body style="background:${scene.background}">${windows.join('')}</body>`)
    await page.screenshot({ path: this.#path(scene.name) })
    await page.close()
  }

  /** What every page shows at this moment: for finding out why something did not hold. */
  async evidence(context: BrowserContext): Promise<void> {
    for (const [at, page] of context.pages().entries()) {
      await page.screenshot({ path: this.#path(`failed-${at + 1}`), timeout: 5000 }).catch(() => undefined)
    }
  }

  #path(name: string): string {
    return join(folder, `${name}.png`)
  }
}

/** Pictures beside and above one another, the last in front. Lengths in CSS pixels. */
export interface Scene {
  readonly name: string
  readonly size: Size
  readonly background: string
  readonly windows: readonly { readonly name: string; readonly left: number; readonly top: number; readonly width: number }[]
}

const style = `
body { margin: 0 }
img { position: absolute; border-radius: 10px; box-shadow: 0 1px 3px #0003, 0 18px 48px #0004 }`
