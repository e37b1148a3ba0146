import type { AppHandler } from './handler'

export const disputesDrafts: AppHandler<'disputes.drafts'> = async (_input, app) => app.disputeDrafts.read()
