import { fakeWorker, reply, type Answers, type FakeWorker } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { expect } from 'vitest'
import type { AssessmentView } from '../../../messaging/dispute-views'
import type { PaymentDetail } from '../../../messaging/views'
import { PricesProvider } from '../../shared/prices'
import { show, type Screen } from '../../testing/screen'
import { Dashboard } from '../dashboard'
import { paymentDetail, settings, unlocked } from '../testing'
import { assessment, disputeDetail } from './views.fixtures'

interface Known {
  payment: PaymentDetail | null
  found: AssessmentView
}
const atFirst = (): Known => ({ payment: paymentDetail({ title: 'Pylons' }), found: assessment({}) })

/** What the worker knows of the payment that tests are about; a test may change it. */
export const known = atFirst()

export const done = () => reply(null)

/** Begins anew: an empty address, another such payment, and a worker with these answers besides those that every test may need. */
export function freshWorker(answers: Answers): FakeWorker {
  Object.assign(known, atFirst())
  location.hash = ''
  return fakeWorker({
    'wallet.read': () => reply(unlocked),
    'settings.read': () => reply(settings),
    'payments.read': () => reply(known.payment),
    'allowances.read': () => reply([]),
    'watch.blocked': () => reply([]),
    'disputes.assess': ({ problem }) => reply({ ...known.found, problem, payment: known.payment ?? known.found.payment }),
    'disputes.list': () => reply([]),
    'disputes.drafts': () => reply([]),
    'disputes.draft': done,
    'disputes.read': () => reply(disputeDetail({})),
    'refunds.answer': () => reply({ sentence: 'Noted.', found: null, candidates: [] }),
    ...answers,
  })
}

export const open = async (hash: string): Promise<Screen> => {
  location.hash = hash
  return show(
    <PricesProvider>
      <Dashboard />
    </PricesProvider>,
  )
}

export const id = () => known.payment?.id ?? ''
export const begin = () => `#/disputes/new?payment=${id()}`
export const tick = async (screen: Screen, selector: string) => {
  await act(() => screen.root.querySelector<HTMLInputElement>(selector)?.click())
  await screen.settle()
}
export const press = async (screen: Screen, name: string) => {
  await screen.click(name)
  await screen.settle()
}

/** Follows a link as a browser does. */
export const follow = async (screen: Screen, name: string) => {
  location.hash = screen.button(name).getAttribute('href') ?? ''
  await act(() => void dispatchEvent(new HashChangeEvent('hashchange')))
  await screen.settle()
}

export const text = (screen: Screen, selector: string) => screen.root.querySelector(selector)?.textContent ?? ''
export const at = (screen: Screen, sentence: string) => {
  const place = screen.text().indexOf(sentence)
  expect(place, sentence).toBeGreaterThanOrEqual(0)
  return place
}
