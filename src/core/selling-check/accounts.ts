import { toChecksumAddress } from '../authorization/address'
import { readPayee } from '../tips/payee'
import type { PageFacts } from './facts'
import { helps, holds, wrong, type Finding } from './finding'

/** How many are looked at. */
const most = 10

/** Of the address of a script. */
export const isTipScript = (src: string): boolean => /(?:^|\/)pay-tip\.js(?:[?#]|$)/.test(src)
export const isAccountHref = (href: string): boolean => href.startsWith('ethereum:')

/**
 * The accounts a page names for tips, without a server that could be asked (EIP-681). What is for another network or another money is
 * none of them.
 * @returns whether one of them can be tipped, and what there is to say of them
 */
export function judgeAccounts({ hasTipScript, links }: PageFacts['accounts'], page: string): { readonly canBeTipped: boolean; readonly findings: readonly Finding[] } {
  const read = links.slice(0, most).map((link) => ({ ...link, payee: readPayee(link.href, toChecksumAddress) }))
  const findings = read.flatMap(({ href, isInTag, payee }): readonly Finding[] => {
    if (payee === 'other-network' || payee === 'other-money') return []
    if (typeof payee === 'string') return [wrong('account', page, href)]
    return [holds(true, 'account', page), helps(href.includes(payee.spelling), 'account-checksum', page, payee.spelling), helps(hasTipScript && isInTag, 'account-buttons', page)]
  })
  return { canBeTipped: read.some(({ payee }) => typeof payee !== 'string'), findings }
}
