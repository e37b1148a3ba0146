import type { AppHandler } from './handler'

export const disputesRead: AppHandler<'disputes.read'> = async (input, app) => app.disputes.read(input)
