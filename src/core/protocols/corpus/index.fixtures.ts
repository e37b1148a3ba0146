import type { AnswerCase } from './case.fixtures'
import { mppCases } from './mpp.fixtures'
import { otherCases } from './other.fixtures'
import { x402v1Cases } from './x402-v1.fixtures'
import { x402v2Cases } from './x402-v2.fixtures'

export { pageCases } from './pages.fixtures'
export const answerCases: readonly AnswerCase[] = [...x402v2Cases, ...x402v1Cases, ...mppCases, ...otherCases]
