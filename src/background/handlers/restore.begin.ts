import type { AppHandler } from './handler'

export const restoreBegin: AppHandler<'restore.begin'> = (input, app) => app.restores.begin(input)
