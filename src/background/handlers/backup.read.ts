import type { AppHandler } from './handler'

export const backupRead: AppHandler<'backup.read'> = (input, app) => app.backups.read(input)
