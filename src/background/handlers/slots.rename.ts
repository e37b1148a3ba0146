import type { AppHandler } from './handler'

export const slotsRename: AppHandler<'slots.rename'> = async ({ slot, name }, app) => {
  const renamed = await app.security.rename(slot, name)
  app.changed('wallet')
  return renamed
}
