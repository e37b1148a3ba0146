// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { tableOnly } from '../../../core/money'
import type { PaymentDetail, Settings } from '../../../messaging/views'
import { PricesProvider } from '../../shared/prices'
import { show } from '../../testing/screen'
import { paymentDetail, settings, usdc } from '../testing'
import { PaymentDetail as Detail } from './detail'

let detail: PaymentDetail
let currency: Settings['currency']

beforeEach(() => {
  currency = 'USD'
  detail = paymentDetail({
    title: 'Notes on bread',
    host: 'kitchen.example',
    feeLines: [
      { kind: 'content', amount: usdc(45_000n), paidBy: 'reader', known: 'agreed', account: null },
      { kind: 'platform', amount: usdc(5_000n), paidBy: 'reader', known: 'agreed', account: null },
    ],
    transaction: `0x${'ab'.repeat(32)}`,
    note: { text: 'For the column <b>on rye</b>', sent: true },
  })
  fakeWorker({
    'settings.read': () => reply({ ...settings, currency }),
    'rates.read': () => reply(tableOnly),
    'payments.read': () => reply(detail),
  })
})

const open = () =>
  show(
    <PricesProvider>
      <Detail id={detail.id} />
    </PricesProvider>,
  )

const paper = () => document.querySelector('.paper')

describe('the printed receipt', () => {
  it('is on paper as soon as the browser asks for it, and nowhere before and after', async () => {
    await open()
    expect(paper()).toBeNull()
    // Nothing is waited for: the browser lays the page out when its listeners return.
    window.dispatchEvent(new Event('beforeprint'))
    expect(paper()).not.toBeNull()
    await act(() => {
      window.dispatchEvent(new Event('afterprint'))
    })
    expect(paper()).toBeNull()
  })

  it('holds what a bookkeeper asks for', async () => {
    await open()
    window.dispatchEvent(new Event('beforeprint'))
    const text = paper()?.textContent ?? ''
    for (const fact of [detail.title, detail.host, detail.page, detail.payee, detail.transaction, detail.nonce, '0.05 USDC', 'Base', 'For the column <b>on rye</b>', detail.receipt.sentence]) expect(text).toContain(fact)
    expect(Array.from(paper()?.querySelectorAll('.fees tr') ?? [], (line) => line.textContent)).toEqual(['Creator receives0.045 USDC', 'Platform share0.005 USDC', 'You pay0.05 USDC'])
    expect(paper()?.querySelector('b')).toBeNull()
    expect(text).not.toContain('estimate')
  })

  it('gives the amount in another currency beside the dollars that were paid, and calls it an estimate', async () => {
    currency = 'EUR'
    await open()
    window.dispatchEvent(new Event('beforeprint'))
    const text = paper()?.textContent ?? ''
    expect(text).toContain('0.05 USDC')
    expect(text).toMatch(/€0\.0\d+\. An estimate, at /)
  })

  it('does not call paid what was not', async () => {
    detail = { ...detail, state: 'void', status: 'Not charged' }
    await open()
    window.dispatchEvent(new Event('beforeprint'))
    const terms = Array.from(paper()?.querySelectorAll('dt') ?? [], (term) => term.textContent)
    expect(terms).toContain('Asked for')
    expect(terms).not.toContain('Paid')
  })

  it('comes with a press', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    await (await open()).click('Print receipt')
    expect(print).toHaveBeenCalledOnce()
    vi.unstubAllGlobals()
  })
})
