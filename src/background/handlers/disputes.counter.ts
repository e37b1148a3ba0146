import type { AppHandler } from './handler'

export const disputesCounter: AppHandler<'disputes.counter'> = async (input, app) => app.disputes.counter(input)
