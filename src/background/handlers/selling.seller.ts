import { ok } from '../../core/result'
import { inexactInBrowsers } from '../../core/selling-check/heard'
import { judgeSeller } from '../../core/selling-check/seller'
import { verifier } from '../../vault/signatures/verifier'
import type { AppHandler } from './handler'

export const sellingSeller: AppHandler<'selling.seller'> = async (facts) => {
  const { findings } = await judgeSeller(facts, { recover: (digest, signature) => verifier.recoverAddress(digest, signature), inexact: inexactInBrowsers })
  return ok(findings)
}
