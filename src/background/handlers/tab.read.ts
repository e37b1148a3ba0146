import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const tabRead: AppHandler<'tab.read'> = async (_input, app) => ok(await app.pageDesk.activePage())
