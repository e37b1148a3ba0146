import { attribute, elementsWithin, type Element } from '../pages/markup'
import { readPayee } from '../tag/tip/payee'
import { helps, holds, wrong, type Finding } from './finding'

/** How many are looked at. */
const most = 10

interface Link {
  readonly href: string
  readonly hasTag: boolean
}

/**
 * The accounts a page names for tips, without a server that could be asked (EIP-681). What is for another network or another money is
 * none of them.
 * @returns whether one of them can be tipped, and what there is to say of them
 */
export function readAccounts(elements: readonly Element[], page: string): { readonly canBeTipped: boolean; readonly findings: readonly Finding[] } {
  const hasScript = elements.some((element) => element.tagName === 'script' && /(?:^|\/)pay-tip\.js(?:[?#]|$)/.test(attribute(element, 'src') ?? ''))
  const inTags = new Set(elements.filter(({ tagName }) => tagName === 'pay-tip').flatMap((tag) => [...elementsWithin(tag)]))
  const links = elements.flatMap((element): readonly Link[] => {
    const href = element.tagName === 'a' ? (attribute(element, 'href') ?? '') : ''
    return href.startsWith('ethereum:') ? [{ href, hasTag: inTags.has(element) }] : []
  })
  const read = links.slice(0, most).map((link) => ({ ...link, payee: readPayee(link.href) }))
  const findings = read.flatMap(({ href, hasTag, payee }): readonly Finding[] => {
    if (payee === 'other-network' || payee === 'other-money') return []
    if (typeof payee === 'string') return [wrong('account', page, href)]
    return [holds(true, 'account', page), helps(href.includes(payee.spelling), 'account-checksum', page, payee.spelling), helps(hasScript && hasTag, 'account-buttons', page)]
  })
  return { canBeTipped: read.some(({ payee }) => typeof payee !== 'string'), findings }
}
