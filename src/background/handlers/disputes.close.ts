import type { AppHandler } from './handler'

export const disputesClose: AppHandler<'disputes.close'> = async (input, app) => app.disputes.close(input)
