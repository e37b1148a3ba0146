import type { SessionEvent, Settings } from '../../messaging/views'
import { verifier } from '../../vault/signatures/verifier'
import type { OpenBooks } from '../books'
import type { Alarm } from '../watch/alarm'
import { PolicyDesk } from './policy-desk'
import { release } from './release'

interface PolicyParts {
  readonly open: OpenBooks
  readonly settings: () => Promise<Settings>
  readonly changed: (topic: SessionEvent['topic']) => void
  readonly alarm: Alarm
  /** More or less may wait for the reader. */
  readonly dueChanged: () => void
}

/** Signed policies, as this build was released. A change of them may change limits and rates that are shown. */
export const policyOf = ({ open, settings, changed, alarm, dueChanged }: PolicyParts): PolicyDesk =>
  new PolicyDesk({
    open,
    host: async () => (await settings()).policyHost,
    release,
    verify: verifier.verifyEd25519,
    alarm,
    changed: () => {
      for (const topic of ['policy', 'limits', 'rates'] as const) changed(topic)
      dueChanged()
    },
  })
