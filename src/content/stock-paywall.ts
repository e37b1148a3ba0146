import { maySayWhatToPay } from '../core/protocols/paywall-page/detect'

/** The most inline scripts that are looked at. The data stand in the head of such a page. */
const maxScripts = 20

/**
 * True for a refusal whose server tells programs its price, if it is asked again: a page made for other wallets, or no page at all
 * but data. To be asked of pages that were answered with 402 only.
 */
export function tellsPrograms(page: Document): boolean {
  if (/^application\/([\w.-]+\+)?json\b/i.test(page.contentType)) return true
  const inline = Array.from(page.scripts).filter(({ src }) => src === '')
  return inline.slice(0, maxScripts).some(({ text }) => maySayWhatToPay(text))
}
