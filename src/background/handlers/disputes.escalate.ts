import type { AppHandler } from './handler'

export const disputesEscalate: AppHandler<'disputes.escalate'> = async (input, app) => app.disputes.escalate(input)
