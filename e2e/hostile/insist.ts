import type { Page } from 'playwright'
import { ApprovalWindow } from '../pages/approval'
import type { Reader } from '../support/reader'

/** The next approval window that opens, whoever opened it. */
export async function nextApproval(reader: Reader): Promise<ApprovalWindow> {
  const opened = await reader.extension.context.waitForEvent('page', { predicate: (window) => window.url().includes('approval.html') })
  return new ApprovalWindow(opened)
}

/**
 * Opens the approval for a page by the card's own message, as an attacker in the content script's world could:
 * the card of a refused page has no button to press.
 */
export async function insist(reader: Reader, page: Page): Promise<ApprovalWindow> {
  const opened = nextApproval(reader)
  const worker = await reader.extension.worker()
  await worker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url)
    if (tab === undefined) throw new Error(`no tab shows ${url}`)
    await chrome.scripting.executeScript({
      target: { tabId: tab.id },
      func: async () => {
        const card = (await chrome.runtime.sendMessage({ type: 'card.read', input: {} })) as { value: { item: string } }
        await chrome.runtime.sendMessage({ type: 'card.open', input: { item: card.value.item } })
      },
    })
  }, page.url())
  return opened
}
