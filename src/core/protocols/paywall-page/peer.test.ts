import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getPaywallHtml } from 'x402/paywall'
import { PaymentRequirementsSchema } from 'x402/types'
import { dialects, readChallenge } from '../registry'
import { ask, openSeller, type Seller } from '../x402-v1/seller.fixtures'
import { accepts, context, page } from '../x402-v1/x402-v1.fixtures'
import { maySayWhatToPay } from './detect'
import { askAgainHeaders, readPaywallScript, type PaywallPage } from './index'

/** The real pages of version 1: as its package makes them, and as its server sends them to a browser. */
const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'User-Agent': 'Mozilla/5.0' }

/** What a content script does: the inline scripts that may say something are handed over. */
function readPage(html: string, at: string): readonly PaywallPage[] {
  const scripts = Array.from(html.matchAll(/<script[^>]*>([^]*?)<\/script>/g), ([, text = '']) => text)
  return scripts.filter(maySayWhatToPay).flatMap((script) => readPaywallScript(script, at) ?? [])
}

describe('the page of x402 version 1', () => {
  it('is known, whatever it sells', () => {
    const requirements = PaymentRequirementsSchema.parse({ ...accepts, outputSchema: undefined })
    // The package puts its data into the page as a replacement pattern, and without care for the end of the script.
    const sayable = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/[$<]/.test(text))
    const path = fc.webPath().filter((text) => !text.includes('$')).map((text) => `/it's${text}`)
    fc.assert(
      fc.property(sayable, path, sayable, fc.boolean(), (description, currentUrl, appName, testnet) => {
        const html = getPaywallHtml({ amount: 0.01, testnet, currentUrl, appName, paymentRequirements: [{ ...requirements, description }] })
        expect(readPage(html, page)).toEqual([{ version: 1, url: new URL(currentUrl, page).href, testnet }])
      }),
      { numRuns: 25 },
    )
  })
})

describe('a server of version 1', () => {
  let seller: Seller
  beforeAll(async () => {
    seller = await openSeller()
  })
  afterAll(() => seller.close())
  const spoken = dialects(context)

  it('sends a browser a page that names no price to a wallet, but says where to ask', async () => {
    const answer = await ask(seller.url, browser)
    expect(answer.status).toBe(402)
    expect(readChallenge(answer, spoken)).toBeNull()
    expect(readPage(answer.body, seller.url)).toEqual([{ version: 1, url: seller.url, testnet: true }])
  })

  it('names its price when asked again as a wallet asks, from a browser', async () => {
    const answer = await ask(seller.url, { ...browser, ...askAgainHeaders })
    expect(readChallenge(answer, spoken)).toMatchObject({ ok: true, value: { dialect: 'x402-v1', offers: [{ amount: 10_000n }] } })
  })
})
