import type { AppHandler } from './handler'

export const exportRead: AppHandler<'export.read'> = (input, app) => app.exports.read(input)
