import type { Address, Hex } from '../../core/hex'
import type { Sale } from '../state/sales'
import type { Item } from '../till/item'
import type { Charged, Till } from '../till/till'

/** A till that takes the name of a thing for a payment of it, and any cookie that lists it. */
export class PlayTill implements Till {
  readonly charges: Item[] = []
  readonly asked: string[] = []

  async recognise(request: Request, item: Item) {
    this.asked.push(item.id)
    const bought = decodeURIComponent(/bought=([^;]*)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? '').split(' ')
    return bought.includes(item.id) ? { sale: saleOf(item), headers: said() } : null
  }

  async charge(request: Request, item: Item): Promise<Charged> {
    const payment = request.headers.get('payment-signature')
    if (payment === null) return this.quote(request, item)
    if (payment !== item.id) return { ...(await this.quote(request, item)), sentence: 'You were not charged: that was for something else.' }
    this.charges.push(item)
    return { type: 'paid', sale: saleOf(item), isAgain: false, headers: said({ 'PAYMENT-RESPONSE': 'settled', 'Set-Cookie': `bought=${encodeURIComponent(item.id)}` }) }
  }

  async quote(_request: Request, item: Item): Promise<Extract<Charged, { type: 'unpaid' }>> {
    return { type: 'unpaid', status: 402, headers: said({ 'PAYMENT-REQUIRED': `${item.id} ${item.prices[0]} ${item.url}` }), problem: '{"status":402}', sentence: null }
  }

  async resolveOpen(): Promise<void> {
    // Nothing is ever open here.
  }
}

const said = (more: Readonly<Record<string, string>> = {}): Headers => new Headers({ 'Cache-Control': 'private, no-store', 'Access-Control-Allow-Origin': '*', ...more })

const nobody = `0x${'0'.repeat(40)}` satisfies Address
const nothing = `0x${'0'.repeat(64)}` satisfies Hex

const saleOf = ({ id, kind, title, url, prices }: Item): Sale => ({
  id: 1n,
  item: id,
  kind,
  title,
  url,
  dialect: 'x402',
  network: 'eip155:31337',
  asset: nobody,
  payer: nobody,
  payTo: nobody,
  amount: prices[0],
  nonce: nothing,
  transaction: nothing,
  settledAt: 0,
  note: null,
})
