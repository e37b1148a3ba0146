import type { AppHandler } from './handler'

export const disputesAssess: AppHandler<'disputes.assess'> = async (input, app) => app.disputes.assess(input)
