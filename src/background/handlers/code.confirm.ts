import type { AppHandler } from './handler'

export const codeConfirm: AppHandler<'code.confirm'> = async ({ code }, app) => {
  const confirmed = await app.codes.confirm(code, Date.now())
  app.changed('wallet')
  return confirmed
}
