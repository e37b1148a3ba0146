import type { AppHandler } from './handler'

export const disputesFile: AppHandler<'disputes.file'> = async (input, app) => app.disputes.file(input)
