import type { AppHandler } from './handler'

export const codeRemove: AppHandler<'code.remove'> = async (_input, app) => {
  const removed = await app.codes.remove(Date.now())
  app.changed('wallet')
  return removed
}
