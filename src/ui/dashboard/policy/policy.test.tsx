// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { beforeEach, expect, it } from 'vitest'
import type { PolicyView } from '../../../messaging/views'
import { show } from '../../testing/screen'
import { passwordWay, settings } from '../testing'
import { promises } from './promises'
import { Promises } from './promises-view'
import { Rules } from './view'

const day = Date.UTC(2026, 10, 30, 12)
const off: PolicyView = {
  updates: 'off',
  host: null,
  lookedAt: null,
  reachedAt: null,
  holds: { limits: ['One payment costs $2.00 at most.'], watch: ['The same price again is pointed out within 8 seconds.'], networks: [] },
  ownLimits: false,
  policy: { seq: 1, until: day, old: false },
  feeds: null,
  faults: [],
  waiting: null,
  unseen: 0,
  history: [],
  opened: [],
}
const on: PolicyView = { ...off, updates: 'on', host: 'https://rules.example/', lookedAt: day, reachedAt: day }

let view: PolicyView
let worker: ReturnType<typeof fakeWorker>

beforeEach(() => {
  view = off
  worker = fakeWorker({
    'policy.read': () => reply(view),
    'policy.look': () => reply(null),
    'policy.agree': () => reply(null),
    'policy.decline': () => {
      view = { ...view, waiting: null }
      return reply(null)
    },
    'watch.uphold': () => reply(null),
    'watch.open': () => ({ ok: false, code: 'refused', sentence: 'This site is not on the list.' }),
    'stepUp.begin': () => reply({ id: '00000000-0000-4000-8000-000000000000', sentence: 'Pay there.', ways: [passwordWay], code: false }),
    'settings.change': ({ policyHost = null }) => reply({ ...settings, policyHost }),
  })
})

const open = () => show(<Rules />)

it('says what holds, what whoever is asked would learn, and that nobody is asked', async () => {
  const screen = await open()
  for (const said of ['One payment costs $2.00 at most.', 'within 8 seconds', 'Off. Farthing asks nobody', 'learns the address of this device', 'Nothing yet.']) expect(screen.text()).toContain(said)
})

it('a mirror is named in its own field; what cannot be one is said there', async () => {
  const screen = await open()
  await screen.type('Where to look', 'rules')
  await screen.click('Look for updates there')
  expect(screen.text()).toContain('It must begin with https://, or be on this computer.')
  await screen.type('Where to look', 'https://rules.example/')
  await screen.click('Look for updates there')
  expect(worker.inputs('settings.change')).toEqual([{ policyHost: 'https://rules.example/' }])
})

it('a build without keys says so, and has nothing to switch on', async () => {
  view = { ...off, updates: 'never', policy: null }
  const screen = await open()
  expect(screen.text()).toContain('This version looks for no updates')
  expect(screen.text()).not.toContain('Look for updates there')
})

it('what waits for a yes is told in sentences, and leaving it comes first', async () => {
  view = { ...on, waiting: { hash: 'ab'.repeat(32), seq: 7, changes: ['A day may cost $9.00 at most.'], why: ['Prices rose.'] } }
  const screen = await open()
  for (const said of ['An update waits for your yes', 'A day may cost $9.00 at most.', 'Prices rose.']) expect(screen.text()).toContain(said)
  expect(screen.button('Keep as it is').className).toContain('primary')
  await screen.click('Keep as it is')
  expect(worker.inputs('policy.decline')).toEqual([{ hash: 'ab'.repeat(32) }])
  expect(worker.inputs('policy.agree')).toEqual([])
  expect(screen.text()).not.toContain('An update waits')
})

it('old rules, what was wrong, and what has changed are told', async () => {
  view = {
    ...on,
    policy: { seq: 6, until: day, old: true },
    feeds: { ratesOf: '2026-11-27', until: day, old: true },
    faults: ['Rules: What arrived is older than what Farthing has.'],
    ownLimits: true,
    opened: [{ site: 'honest.example', at: day }],
    history: [
      { role: 'root', seq: 2, at: day, applied: ['Some have changed.'], asked: [], why: [], answer: null },
      { role: 'policy', seq: 6, at: day, applied: ['Closer.'], asked: ['Looser.'], why: [], answer: 'declined' },
    ],
  }
  const screen = await open()
  for (const said of ['out of date since', 'older than what Farthing has', 'more than a week old', 'You have set limits of your own', 'Some have changed.', 'Applied by itself:', 'Looser.', 'You kept it as it was.']) expect(screen.text()).toContain(said)
  await screen.click('Leave honest.example to the list')
  expect(worker.inputs('watch.uphold')).toEqual([{ site: 'honest.example' }])
  await screen.click('Look now')
  expect(worker.inputs('policy.look')).toEqual([{}])
})

it('what you can count on is a page of its own', async () => {
  const screen = await show(<Promises />)
  for (const { text } of promises) expect(screen.text()).toContain(text)
})
