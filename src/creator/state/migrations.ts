import { sales } from './migrations/001-sales'

/** In order, each a list of statements. One that has been released is never changed: another is added. */
export const migrations: readonly (readonly string[])[] = [sales]
