import type { AppHandler } from './handler'

export const pursesRead: AppHandler<'purses.read'> = async (_input, app) => app.purses.view()
