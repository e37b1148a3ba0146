import type { AppHandler } from './handler'

export const disputesDraft: AppHandler<'disputes.draft'> = async (input, app) => app.disputeDrafts.keep(input)
