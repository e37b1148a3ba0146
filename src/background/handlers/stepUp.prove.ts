import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'
import { openingRefusal } from './opening-refusal'

export const stepUpProve: AppHandler<'stepUp.prove'> = async ({ id, factor, code }, app) => {
  const about = app.stepUps.asked(id)
  if (about === null) return err({ code: 'refused', sentence: words.stepUp.none })
  const proved = await app.wallet.prove(factor, () => app.codes.accepts(factor, code, Date.now()))
  app.changed('wallet')
  if (!proved.ok) return err(openingRefusal(proved.error, factor))
  if (!app.stepUps.proved(id, proved.value.authority)) return err({ code: 'refused', sentence: words.stepUp.none })
  await app.security.logOpening('proved', proved.value.opened, Date.now(), about)
  return ok(null)
}
