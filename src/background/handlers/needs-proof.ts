import { err } from '../../core/result'
import { en as words } from '../../core/words/en'

/** For handlers that cannot work without a proof, should the guard ever let a message through without one. */
export const needsProof = () => err({ code: 'step-up', sentence: words.stepUp.none } as const)
