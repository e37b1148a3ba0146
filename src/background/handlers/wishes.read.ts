import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const wishesRead: AppHandler<'wishes.read'> = async (_input, app) => {
  const sites = await app.wishes.sites()
  return sites === null ? locked() : ok(sites)
}
