import type { Page } from 'playwright'
import type { MenuEntry } from '../../src/background/menu/menu'
import type { Extension } from './extension'

interface Tab {
  readonly url?: string
}

interface Menus {
  readonly tabs: { query(asked: { url: string }): Promise<readonly Tab[]> }
  readonly contextMenus: { readonly onClicked: { dispatch(press: object, tab: Tab | undefined): void } }
}

/** Chooses an entry of the menu that a page has in the browser, which draws it where no test can press: the worker hears what it would. */
export async function chooseInMenu(extension: Extension, page: Page, menuItemId: MenuEntry): Promise<void> {
  const worker = await extension.worker()
  await worker.evaluate(
    async ([url, id]) => {
      const { tabs, contextMenus } = (globalThis as unknown as { chrome: Menus }).chrome
      const [tab] = await tabs.query({ url })
      contextMenus.onClicked.dispatch({ menuItemId: id, pageUrl: url }, tab)
    },
    [page.url(), menuItemId] as const,
  )
}
