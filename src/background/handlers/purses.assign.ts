import type { AppHandler } from './handler'

export const pursesAssign: AppHandler<'purses.assign'> = async ({ site, purse }, app) => app.purses.assign(site, purse)
