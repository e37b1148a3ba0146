import { writePage, type Words } from './page'

/** Runs inside the file that a reader has saved (src/ui/shared/receipts-page.ts), from wherever that lies; never inside the wallet. */
const root = document.querySelector('main')
const data = document.getElementById('receipts')
if (root !== null) writePage(root, data?.textContent ?? '', readWords())

/** They were put there with the payments, in the language of who saved them. */
function readWords(): Words {
  return JSON.parse(document.getElementById('words')?.textContent ?? '{}') as Words
}
