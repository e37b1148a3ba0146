import type { AppHandler } from './handler'

export const disputesList: AppHandler<'disputes.list'> = async (_input, app) => app.disputes.list()
