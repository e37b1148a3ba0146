import type { AppHandler } from './handler'

export const restoreAdd: AppHandler<'restore.add'> = async (input, app) => {
  const added = await app.restores.add(input)
  if (added.ok && added.value.done !== null) {
    app.changed('wallet')
    app.changed('settings')
  }
  return added
}
