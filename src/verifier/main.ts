import { writePage } from './page'

/** Runs inside the file that a reader has saved (src/ui/shared/receipts-page.ts), from wherever that lies; never inside the wallet. */
const root = document.querySelector('main')
const data = document.getElementById('receipts')
if (root !== null) writePage(root, data?.textContent ?? '')
