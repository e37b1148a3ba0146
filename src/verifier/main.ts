import { writePage, type Words } from './page'
import { receiptsPage } from './words'

/** Runs inside the file that a reader has saved (src/ui/shared/receipts-page.ts), from wherever that lies; never inside the wallet. */
const root = document.querySelector('main')
const data = document.getElementById('receipts')
if (root !== null) writePage(root, data?.textContent ?? '', readWords())

/** In another language than English they were put there with the payments. */
function readWords(): Words {
  const told = document.getElementById('words')?.textContent
  return told === undefined ? receiptsPage : (JSON.parse(told) as Words)
}
