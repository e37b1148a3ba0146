import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const ratesRead: AppHandler<'rates.read'> = async (_input, app) => ok(await app.rates.fresh())
