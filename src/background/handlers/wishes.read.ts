import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const wishesRead: AppHandler<'wishes.read'> = async (_input, app) => {
  const sites = await app.wishes.sites()
  return sites === null ? err({ code: 'locked', sentence: words.locked }) : ok(sites)
}
