import type { AppHandler } from './handler'

export const disputesSave: AppHandler<'disputes.save'> = async (input, app) => app.disputes.save(input.dispute)
