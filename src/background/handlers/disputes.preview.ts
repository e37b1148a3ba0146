import type { AppHandler } from './handler'

export const disputesPreview: AppHandler<'disputes.preview'> = async (input, app) => app.disputes.preview(input)
