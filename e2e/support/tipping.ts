import { ApprovalWindow } from '../pages/approval'
import { Popup } from '../pages/popup'
import type { Reader } from './reader'

/** Opens the popup on the page in front, and presses what it offers. */
export async function askToTip(reader: Reader, name: string): Promise<ApprovalWindow> {
  const popup = await Popup.open(reader)
  const opened = reader.extension.context.waitForEvent('page', { predicate: (page) => page.url().includes('approval.html') })
  await popup.thisPage.getByRole('button', { name: new RegExp(`^${name}`) }).click().catch(() => undefined)
  return new ApprovalWindow(await opened)
}
