import { byteOrderMark, csvLine } from '../../core/export/csv'
import { findNetwork } from '../../core/networks/networks'
import { plainDollars } from '../frame/money'
import type { RefundBooks } from '../state/refunds'
import type { Sale, Sales } from '../state/sales'

/** How many sales are read at once. */
const piece = 500

const columns = ['Date (UTC)', 'Kind', 'Title', 'Address', 'Amount', 'Paid back', 'Currency', 'Network', 'Paid from', 'Paid to', 'Payment', 'Note'] as const

async function* all(sales: Sales, books: RefundBooks): AsyncGenerator<readonly [Sale, bigint]> {
  let last: Sale | null = null
  for (;;) {
    const some: readonly Sale[] = await sales.list({}, piece, last)
    const back = await books.paidFor(some.map(({ id }) => id))
    for (const sale of some) yield [sale, back.get(sale.id) ?? 0n]
    last = some.at(-1) ?? null
    if (last === null || some.length < piece) return
  }
}

/** Every sale as a spreadsheet (RFC 4180) in which nothing a reader wrote is a formula. */
export async function* csv(sales: Sales, books: RefundBooks): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns)
  for await (const [sale, back] of all(sales, books)) {
    const { settledAt, kind, title, url, amount, network, payer, payTo, transaction, note } = sale
    const symbol = findNetwork(network)?.token.symbol ?? ''
    yield csvLine([new Date(settledAt).toISOString(), kind, title, url, plainDollars(amount), plainDollars(back), symbol, network, payer, payTo, transaction, note ?? ''])
  }
}

/** Every sale as one JSON document, a sale a line. Amounts are atomic units. */
export async function* json(shop: string, sales: Sales, books: RefundBooks): AsyncGenerator<string> {
  yield `{"version":1,"shop":${JSON.stringify(shop)},"exportedAt":${Date.now()},"sales":[`
  let comma = '\n'
  for await (const [{ id, ...sale }, back] of all(sales, books)) {
    yield comma + JSON.stringify({ id: id.toString(), ...sale, amount: sale.amount.toString(), paidBack: back.toString() })
    comma = ',\n'
  }
  yield '\n]}\n'
}
