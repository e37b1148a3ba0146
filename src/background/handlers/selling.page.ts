import { ok } from '../../core/result'
import { readPage } from '../../core/selling-check/page'
import type { AppHandler } from './handler'

// The page of the wallet has read the text already: only what it found is sent.
export const sellingPage: AppHandler<'selling.page'> = ({ inPage, ...heard }) => Promise.resolve(ok(readPage({ ...heard, body: '' }, () => inPage)))
