import { toChecksumAddress } from '../../core/authorization/address'
import { formatToken } from '../../core/money'
import type { Dispute } from '../../core/dispute/dispute'
import { toRespond } from '../../core/dispute/deadlines'
import { findNetwork } from '../../core/networks/networks'
import type { Purchase } from '../../core/purchase/purchase'
import { en as words } from '../../core/words/en'
import { onDay } from '../display'
import type { Draft } from './filing'

const text = words.dispute.letter

/** The request as a letter, for sellers that take none from wallets. Amounts stand in what was paid with: a seller has no use for the reader's currency. */
export function letterOf({ terms, createdAt, settlement }: Purchase, { request, wanted }: Pick<Draft, 'request'> & { readonly wanted: Pick<Draft['wanted'], 'problem' | 'words'> }): string {
  const paid = tokenWriter(terms)
  const lines = [
    text.subject(terms.title),
    '',
    text.greeting,
    '',
    `${text.bought(terms.title, onDay(createdAt))} ${words.dispute.problem[wanted.problem]} ${text.ask(paid(terms.amount), paid(request.amount))}`,
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

/** What the reader says to a no, as a letter. @param at when they said it, in milliseconds since 1970 */
export function counterLetterOf({ terms, settlement }: Purchase, { request, openedAt, counter }: Dispute, at: number): string {
  const lines = [
    text.subject(terms.title),
    '',
    text.greeting,
    '',
    `${text.asked(onDay(openedAt), tokenWriter(terms)(request.amount), terms.title)} ${text.again}`,
    '',
    counter ?? '',
    '',
    text.where(toChecksumAddress(request.refundTo)),
    text.proof,
    settlement?.transaction ?? '',
    terms.resource,
    '',
    text.respond(onDay(at + toRespond)),
    text.close,
  ]
  return lines.join('\n')
}

function tokenWriter({ network }: Purchase['terms']): (atomic: bigint) => string {
  const token = findNetwork(network)?.token ?? { decimals: 6, symbol: 'USDC' }
  return (atomic) => formatToken(atomic, token)
}
