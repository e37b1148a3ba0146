import type { Page } from 'playwright'
import { expect } from '../../support/expect'
import { Popup } from '../../pages/popup'
import type { Reader } from '../../support/reader'
import type { Piece, Shop } from './shop'

/** Visits a piece that is still to be bought, and lets the wallet look for its price where that takes a press on its button. */
export async function enter(reader: Reader, shop: Shop, piece: Piece): Promise<Page> {
  const page = await reader.visit(shop.url(piece))
  if (!shop.isSilent || piece === 'cut') return page
  const popup = await Popup.open(reader)
  await expect(popup.thisPage.getByRole('button', { name: /^Unlock for/ })).toBeVisible()
  await popup.page.close()
  await page.bringToFront()
  return page
}
