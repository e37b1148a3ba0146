import { fakeWorker, reply, type Answers, type FakeWorker } from '../../testing/fake-worker'
import type { SecurityView, Settings, WalletView } from '../../../messaging/views'
import type { Screen } from '../../testing/screen'
import { passwordWay, security, settings, unlocked } from '../testing'

/** When things happen in tests of this page. */
export const at = Date.UTC(2026, 2, 3, 12)
/** A password that is taken. */
export const strong = 'meadow lantern copper'
/** What a proof is called by, once it was given. */
export const proof = '22222222-2222-4222-8222-222222222222'

interface Known {
  security: SecurityView
  wallet: WalletView
  settings: Settings
}
const atFirst: Known = { security, wallet: unlocked, settings }

/** What the page reads of the worker; a test may change it. */
export const known: Known = { ...atFirst }

/** Begins anew: what is known is as at first, and the worker takes any proof and has these answers besides. */
export function freshWorker(answers: Answers): FakeWorker {
  Object.assign(known, atFirst)
  return fakeWorker({
    'security.read': () => reply(known.security),
    'wallet.read': () => reply(known.wallet),
    'settings.read': () => reply(known.settings),
    'stepUp.begin': ({ act }) => reply({ id: proof, sentence: `About ${act.type}.`, ways: [passwordWay], code: false }),
    'stepUp.prove': () => reply(null),
    ...answers,
  })
}

/** Answers only what comes with the proof, as the worker does. */
export const guarded = <T>(given: string | undefined, value: T) =>
  given === proof ? reply(value) : { ok: false as const, code: 'step-up' as const, sentence: 'Confirm that it is you.' }

export async function prove(screen: Screen): Promise<void> {
  await screen.type('Password', 'correct horse')
  await screen.click('Confirm')
}

export const dialog = (screen: Screen): HTMLDialogElement | null => screen.root.querySelector('dialog')
