import { browser } from '../../platform/browser'

const outside = { permissions: ['notifications' as const] }

/** Whether the browser lets Farthing tell the reader of something outside every page, at this moment. */
export const areNoticesAllowed = (): Promise<boolean> => browser.permissions.contains(outside).catch(() => false)

/** Has the browser ask the reader. Call it directly in a click handler: the browser asks only then. */
export const askForNotices = (): Promise<boolean> => browser.permissions.request(outside).catch(() => false)

export const giveNoticesBack = (): Promise<boolean> => browser.permissions.remove(outside).catch(() => false)
