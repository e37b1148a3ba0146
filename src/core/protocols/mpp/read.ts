import { err, ok, type Result } from '../../result'
import { maxHeaderLength } from '../base64-json'
import type { Answer, Challenge } from '../dialect'
import type { ChallengeFault, OfferFault } from '../faults'
import { byPrice, maxOffers } from '../offers'
import type { PayingContext } from '../paying'
import { shown } from '../text'
import { challengeHeader, isPaymentStatus, paymentScheme } from './detect'
import { readOffer, type DescribedOffer } from './offer'
import { readRefusal } from './problem'
import { parseChallenges } from '../www-authenticate'

/**
 * Reads the `Payment` challenges of an answer (draft-httpauth-payment-00, section 5.1), one or more in a WWW-Authenticate that
 * may hold other schemes' too. Null when there is none or the status does not ask for payment. A challenge is for the URL that
 * answered: nothing else names what is sold. One with no payable offer is still a challenge: `refused` says why.
 */
export function readChallenge(answer: Answer, context: PayingContext): Result<Challenge, ChallengeFault> | null {
  const header = answer.headers.get(challengeHeader)
  if (header === undefined || !isPaymentStatus(answer.status)) return null
  if (header.length > maxHeaderLength) return header.toLowerCase().includes(paymentScheme) ? err('header-too-large') : null
  const challenges = parseChallenges(header).filter(({ scheme }) => scheme === paymentScheme)
  if (challenges.length === 0) return null
  if (challenges.length > maxOffers) return err('too-many-offers')
  const payable: DescribedOffer[] = []
  const refused: OfferFault[] = []
  for (const challenge of challenges) {
    const read = readOffer(challenge, answer.url, context)
    if (read.ok) payable.push(read.value)
    else refused.push(read.error)
  }
  payable.sort((one, other) => byPrice(one.offer, other.offer))
  return ok({
    dialect: 'mpp',
    resource: { url: answer.url, ...shown('description', payable[0]?.description, 300) },
    offers: payable.map(({ offer }) => offer),
    refused,
    ...shown('error', readRefusal(answer.body), 200),
    rawResource: 'null',
    raw: header,
  })
}
