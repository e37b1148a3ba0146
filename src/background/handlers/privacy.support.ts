import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const privacySupport: AppHandler<'privacy.support'> = async (_input, app) => {
  const ways = (await app.wallet.ways()).map(({ kind }) => kind)
  const lines = await app.privacy.desk.report(ways)
  return lines === null ? locked() : ok({ lines })
}
