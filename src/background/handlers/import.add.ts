import type { AppHandler } from './handler'

export const importAdd: AppHandler<'import.add'> = async (input, app) => {
  const added = await app.imports.add(input)
  if (added.ok && added.value.done !== null) {
    for (const topic of ['payments', 'disputes', 'settings', 'limits', 'allowances', 'watch', 'wishes'] as const) app.changed(topic)
    void app.chores.attendAll()
  }
  return added
}
