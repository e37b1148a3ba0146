import { err, type Result } from '../core/result'
import { en as words } from '../core/words/en'
import type { Refusal } from '../messaging/router'

/** What a locked wallet answers to everything that needs it open. */
export const locked = (): Result<never, Refusal> => err({ code: 'locked', sentence: words.locked })
