import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const settingsRead: AppHandler<'settings.read'> = async (_input, app) => ok(await app.settings.read())
