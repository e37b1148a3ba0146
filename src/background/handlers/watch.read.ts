import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const watchRead: AppHandler<'watch.read'> = async (_input, app) => {
  const view = await app.watch.view()
  return view === null ? locked() : ok(view)
}
