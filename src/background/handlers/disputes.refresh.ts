import type { AppHandler } from './handler'

export const disputesRefresh: AppHandler<'disputes.refresh'> = async (input, app) => app.disputes.refresh(input.dispute)
