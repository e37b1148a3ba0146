import type { AppHandler } from './handler'

export const codeMake: AppHandler<'code.make'> = (_input, app) => app.codes.make()
