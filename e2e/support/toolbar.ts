import type { Page } from 'playwright'
import { extensionId } from '../extension-id'

interface Targets {
  readonly targetInfos: readonly { readonly targetId: string; readonly type: string; readonly url: string }[]
}

/**
 * Presses the button in the toolbar while a page is in front, as a person does: the browser opens the popup and gives the extension
 * that tab. Playwright's own list of commands does not have this one.
 */
export async function pressToolbarButton(page: Page): Promise<void> {
  await page.bringToFront()
  const browser = page.context().browser()
  if (browser === null) throw new Error('This browser was not started here.')
  const session = await browser.newBrowserCDPSession()
  const send = session.send.bind(session) as (command: string, input: object) => Promise<unknown>
  const { targetInfos } = (await send('Target.getTargets', { filter: [{ type: 'tab' }] })) as Targets
  const tab = targetInfos.find(({ url }) => url === page.url())
  if (tab === undefined) throw new Error(`No tab has ${page.url()}.`)
  await send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId })
  await session.detach()
}
