import type { AppHandler } from './handler'

export const securityRead: AppHandler<'security.read'> = (_input, app) => app.security.view()
