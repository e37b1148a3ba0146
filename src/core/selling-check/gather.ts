import { longestTerms, wellKnownPath } from '../dispute/well-known'
import { longestBody } from '../protocols/dialect'
import type { Aside, ForSale, SellerFacts } from './facts'
import type { Ask, Heard, Question } from './heard'

/** How many things that a page sells are looked at. */
export const mostLookedAt = 10

/** Asks a seller everything there is to ask without paying. Never rejects: what is not answered is a fact too. */
export async function gatherSeller(forSale: ForSale, page: string, ask: Ask): Promise<SellerFacts> {
  const plain = await ask(forSale.address, 'plain').catch(() => null)
  if (plain === null) return { forSale, page, plain, beside: null }
  const { status, headers } = plain
  return { forSale, page, plain: { status, headers, body: jsonOf(plain) }, beside: status === 402 ? await besides(forSale.address, ask) : null }
}

/** As the protocols are read from. */
const jsonOf = ({ headers, body }: Heard): string | null => (/\bjson\b/i.test(headers['content-type'] ?? '') && body.length <= longestBody ? body : null)

async function besides(address: string, ask: Ask): Promise<SellerFacts['beside']> {
  const aside = async (question: Question): Promise<Aside> => {
    const heard = await ask(address, question).catch(() => null)
    return heard === null ? null : { status: heard.status, headers: heard.headers, length: heard.body.length, isBlank: heard.body.trim() === '', isWhole: heard.isWhole }
  }
  const [person, head, conditional, range, preflight, wellKnown] = await Promise.all([
    aside('person'),
    aside('head'),
    aside('conditional'),
    aside('range'),
    aside('preflight'),
    ask(new URL(wellKnownPath, address).href, 'plain').catch(() => null),
  ])
  const isSaid = wellKnown?.status === 200 && wellKnown.isWhole && wellKnown.body.length <= longestTerms
  return { person, head, conditional, range, preflight, wellKnown: isSaid ? wellKnown.body : null }
}
