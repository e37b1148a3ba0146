import * as v from 'valibot'
import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { contract, type MessageType } from '../../messaging/contract'
import { locked } from '../locked'
import { stakesOf } from '../step-up/stakes'
import { actOf } from '../step-up/step-ups'
import type { AppHandler } from './handler'

export const stepUpBegin: AppHandler<'stepUp.begin'> = async ({ act }, app) => {
  if ((await app.wallet.state()) !== 'unlocked') return locked()
  const type = Object.keys(contract).find((known): known is MessageType => known === act.type)
  const input = type === undefined ? null : v.safeParse(contract[type].input, act.input)
  const sentence = type === undefined || input?.success !== true ? null : await stakesOf(type, input.output, app)
  if (sentence === null || input?.success !== true) return err({ code: 'refused', sentence: words.stepUp.nothing })
  return ok({ id: app.stepUps.begin(actOf(act.type, input.output), sentence), sentence, ways: await app.wallet.ways(), code: await app.codes.isAsked() })
}
