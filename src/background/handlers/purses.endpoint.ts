import { err } from '../../core/result'
import { en as words } from '../../core/words/en'
import { isAcceptableEndpoint } from '../chain/endpoint'
import type { AppHandler } from './handler'

export const pursesEndpoint: AppHandler<'purses.endpoint'> = async ({ purse, url }, app) =>
  url !== null && !isAcceptableEndpoint(url) ? err({ code: 'refused', sentence: words.badEndpoint }) : app.purses.setEndpoint(purse, url)
