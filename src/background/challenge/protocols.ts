import { networks } from '../../core/networks/networks'
import type { Answer, PaymentHeader, SettlementClaim, SignedTransfer } from '../../core/protocols/dialect'
import type { ChallengeFault } from '../../core/protocols/faults'
import { readHeader } from '../../core/protocols/base64-json'
import { dialects, findDialect, readChallenge, settlementHeaders, type ChosenChallenge } from '../../core/protocols/registry'
import { declaresNote } from '../../core/protocols/x402-v2/tip-note'
import type { PurchaseTerms } from '../../core/purchase/purchase'
import type { Result } from '../../core/result'
import type { Settings } from '../../messaging/views'

const spoken = (settings: Pick<Settings, 'network' | 'testNetworks'>) =>
  dialects({ networks, active: settings.network, testNetworks: settings.testNetworks })

/** What an answer asks for. Null when it speaks no dialect the wallet knows. */
export function readOffers(answer: Answer, settings: Settings): Result<ChosenChallenge, ChallengeFault> | null {
  return readChallenge(answer, spoken(settings))
}

/** Whether a note travels with a payment for this. Only x402 v2 has a place for one. */
export function takesNote({ dialect, raw }: Pick<ChosenChallenge, 'dialect' | 'raw'>): boolean {
  const challenge = dialect === 'x402-v2' ? readHeader(raw) : null
  return challenge?.ok === true && declaresNote(challenge.value)
}

/** The header that carries a purchase's payment. */
export function paymentHeaderOf(terms: PurchaseTerms, signed: SignedTransfer): PaymentHeader | null {
  const dialect = findDialect(spoken({ network: terms.network, testNetworks: true }), terms.dialect)
  return dialect?.writePayment(terms, signed) ?? null
}

export interface ClaimRead {
  readonly claim: SettlementClaim | null
  /** The header as it arrived, bounded, for evidence. */
  readonly raw: string | null
}

/** What an answer claims about the settlement of a purchase. */
export function readClaim(terms: Pick<PurchaseTerms, 'dialect' | 'network'>, answer: Answer): ClaimRead {
  const dialect = findDialect(spoken({ network: terms.network, testNetworks: true }), terms.dialect)
  const raw = answer.headers.get(settlementHeaders[terms.dialect]) ?? null
  return { claim: dialect?.readSettlement(answer) ?? null, raw: raw !== null && raw.length <= 32_768 ? raw : null }
}
