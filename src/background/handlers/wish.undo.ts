import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const wishUndo: AppHandler<'wish.undo'> = async (_input, app) => {
  const wish = await app.pageDesk.wish()
  if (wish === null) return err({ code: 'refused', sentence: words.wishGone })
  if (!(await app.wishes.undo(wish))) return locked()
  app.changed('wishes')
  return ok(null)
}
