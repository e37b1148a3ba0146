import type { AppHandler } from './handler'

export const disputesNote: AppHandler<'disputes.note'> = async (input, app) => app.disputes.note(input)
