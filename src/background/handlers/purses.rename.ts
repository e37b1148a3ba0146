import type { AppHandler } from './handler'

export const pursesRename: AppHandler<'purses.rename'> = async ({ purse, name }, app) => app.purses.rename(purse, name)
