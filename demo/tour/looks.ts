import { expect } from 'playwright/test'
import { extensionUrl } from '../../e2e/support/extension'
import type { Reader } from '../../e2e/support/reader'
import type { Camera } from './camera'
import { desktop } from './wallet'

const toolbarWindow = { width: 360, height: 560 }

/** What the toolbar button shows for the page in front. A window of its own here: nobody can press the real button of a driven browser. */
export async function lookAtPopup(reader: Reader, camera: Camera): Promise<void> {
  const { extension } = reader
  const opened = extension.context.waitForEvent('page')
  const worker = await extension.worker()
  await worker.evaluate(({ url, width, height }) => {
    const { chrome } = globalThis as unknown as { chrome: { windows: { create(options: unknown): Promise<unknown> } } }
    return chrome.windows.create({ url, width, height, type: 'popup' })
  }, { url: extensionUrl('popup.html'), ...toolbarWindow })
  const popup = await opened
  await popup.getByRole('button', { name: /^Unlock for/ }).waitFor()
  await camera.take(popup, 'popup', toolbarWindow)
  await popup.close()
}

/** Two purchases must be listed, and one be told in full, with no network at all. Returns the list, a line a payment. */
export async function lookAtHistory(reader: Reader, camera: Camera): Promise<readonly string[]> {
  const { desk, extension } = reader
  await desk.bringToFront()
  await desk.goto(extensionUrl('dashboard.html#/overview'))
  const links = desk.locator('.payment-title')
  await expect(links).toHaveCount(2)
  await camera.take(desk, 'dashboard', desktop)

  await extension.context.setOffline(true)
  await desk.goto(extensionUrl('dashboard.html#/history'))
  await desk.reload()
  await expect(links).toHaveCount(2)
  await camera.take(desk, 'history')
  const rows = (await desk.locator('.found-row').allInnerTexts()).map((row) => row.split(/\s*[\n\t]\s*/).join(' · '))
  await links.first().click()
  await expect(desk.getByRole('heading', { name: 'What happened when' })).toBeVisible()
  await camera.take(desk, 'payment')
  await extension.context.setOffline(false)
  return rows
}
