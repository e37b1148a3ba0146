import { x402Client, x402HTTPClient } from '@x402/core/client'
import { registerExactEvmScheme } from '@x402/evm/exact/client'
import { privateKeyToAccount } from 'viem/accounts'
import type { Hex } from '../../core/hex'
import { networks } from '../../core/networks/networks'
import { readHeader } from '../../core/protocols/base64-json'
import { readReceipt } from '../../core/receipt'
import type { SellerFacts } from '../../core/selling-check/facts'
import { advice, helps, holds, wrong, type Finding } from '../../core/selling-check/finding'
import { knownHeaders } from '../../core/selling-check/heard'
import type { Priced } from '../../core/selling-check/seller'
import { parsePage, textOf } from '../pages/markup'
import { ask, type Answered } from './ask'

/** What is for sale, with the answer that named its price. */
export interface ToBuy extends Priced {
  readonly asked: NonNullable<SellerFacts['plain']>
}

/** How many characters in a row of what is sold may stand in what is free: quotations and headings are shorter. */
const telling = 60

/**
 * Buys what is sold, with test money, and looks at what comes back; then shows the same payment again, here and elsewhere.
 * @param others what else is for sale on the page
 * @param free what everybody is sent
 */
export async function checkPaid(priced: ToBuy, key: Hex, others: readonly Priced[], free: string): Promise<readonly Finding[]> {
  const { address, offer } = priced
  if (networks.find(({ id }) => id === offer.token.network)?.test !== true) return [wrong('delivers', address, 'This is sold for real money: the checker pays with test money only.')]
  const header = await pay(priced, key)
  const bought = await ask(address, header)
  if (bought.status !== 200 || !isHtml(bought) || bought.body === '') return [wrong('delivers', address, `${bought.status} ${bought.headers.get('content-type') ?? ''}`)]
  const settlement = readHeader(bought.headers.get('payment-response') ?? '')
  const isSettled = settlement.ok && (settlement.value as { readonly success?: unknown }).success === true
  const again = await ask(address, header)
  return [
    holds(true, 'delivers', address),
    holds(isSettled, 'settled', address),
    helps(settlement.ok && readReceipt(settlement.value)?.ok === true, 'receipt', address),
    holds(/\b(no-store|private)\b/i.test(bought.headers.get('cache-control') ?? ''), 'private', address, bought.headers.get('cache-control')),
    holds(again.status === 200 && again.body === bought.body, 'again', address, `${again.status}`),
    ...(await elsewhere(header, others)),
    withheld(bought, free, address),
  ]
}

async function pay({ asked, offer }: ToBuy, key: Hex): Promise<Readonly<Record<string, string>>> {
  // Which tokens are paid in was settled when the price was read: by the wallet's own table.
  const limited = x402Client.fromConfig({ schemes: [], spendControls: { allowedAssets: true } })
  const client = new x402HTTPClient(registerExactEvmScheme(limited, { signer: privateKeyToAccount(key), networks: [offer.token.network] }))
  const required = client.getPaymentRequiredResponse((name) => headerIn(asked, name), asked.body)
  const payload = await client.createPaymentPayload({ ...required, accepts: required.accepts.filter((one) => one.network === offer.token.network && one.amount === offer.amount.toString()) })
  return { Accept: '*/*', ...client.encodePaymentSignatureHeader(payload) }
}

function headerIn({ headers }: ToBuy['asked'], name: string): string | null {
  const known = knownHeaders.find((one) => one === name.toLowerCase())
  return known === undefined ? null : (headers[known] ?? null)
}

/** Shows a payment where it was not made for: nothing may open. */
async function elsewhere(header: Readonly<Record<string, string>>, others: readonly Priced[]): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { address } of others) {
    const { status } = await ask(address, header)
    findings.push(holds(status !== 200, 'elsewhere', address, `${status}`))
  }
  return findings
}

/** Looks for a stretch of what was bought in what was free. */
function withheld(bought: Answered, free: string, address: string): Finding {
  const [text, open] = [plain(bought.body), plain(free)]
  if (text.length < telling) return advice('withheld', address, 'too short to tell')
  let told = 0
  let looked = 0
  for (let at = 0; at + telling <= text.length; at += telling) {
    looked += 1
    if (open.includes(text.slice(at, at + telling))) told += 1
  }
  // The teaser may be in both: most of it may not.
  return holds(told * 2 < looked, 'withheld', address, `${told} of ${looked} pieces`)
}

const isHtml = ({ headers }: Answered): boolean => /^text\/html\b/i.test(headers.get('content-type') ?? '')
const plain = (html: string): string => textOf(parsePage(html)).replace(/\s+/g, ' ').trim()
