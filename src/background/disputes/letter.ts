import { toChecksumAddress } from '../../core/authorization/address'
import { formatToken } from '../../core/money'
import { findNetwork } from '../../core/networks/networks'
import type { Purchase } from '../../core/purchase/purchase'
import { en as words } from '../../core/words/en'
import { onDay } from '../display'
import type { Draft } from './filing'

const text = words.dispute.letter

/** The request as a letter, for sellers that take none from wallets. Amounts stand in what was paid with: a seller has no use for the reader's currency. */
export function letterOf({ terms, createdAt, settlement }: Purchase, { request, wanted }: Pick<Draft, 'request'> & { readonly wanted: Pick<Draft['wanted'], 'problem' | 'words'> }): string {
  const token = findNetwork(terms.network)?.token ?? { decimals: 6, symbol: 'USDC' }
  const asked = formatToken(request.amount, token)
  const lines = [
    text.subject(terms.title),
    '',
    text.greeting,
    '',
    `${text.bought(terms.title, onDay(createdAt))} ${words.dispute.problem[wanted.problem]} ${text.ask(formatToken(terms.amount, token), asked)}`,
    ...(wanted.words === '' ? [] : ['', wanted.words]),
    '',
    text.where(toChecksumAddress(request.refundTo)),
    text.proof,
    settlement?.transaction ?? '',
    terms.resource,
    '',
    text.respond(onDay(request.respondBy * 1000)),
    text.close,
  ]
  return lines.join('\n')
}
