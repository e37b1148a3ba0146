import { sales } from './migrations/001-sales'
import { refunds } from './migrations/002-refunds'
import { desk } from './migrations/003-desk'

/** In order, each a list of statements. One that has been released is never changed: another is added. */
export const migrations: readonly (readonly string[])[] = [sales, refunds, desk]
