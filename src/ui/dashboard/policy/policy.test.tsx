// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeText } from '../../../core/policy/text'
import type { PolicyTextView, PolicyView } from '../../../messaging/views'
import { show } from '../../testing/screen'
import { passwordWay, settings } from '../testing'
import { promises } from './promises'
import { bundled } from './bundled'
import { TextPage } from './text-page'
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
  digest: null,
  history: [],
  opened: [],
}
const on: PolicyView = { ...off, updates: 'on', host: 'https://rules.example/', lookedAt: day, reachedAt: day }

let view: PolicyView
let texts: readonly PolicyTextView[] | null
let worker: ReturnType<typeof fakeWorker>

beforeEach(() => {
  view = off
  worker = fakeWorker({
    'policy.read': () => reply(view),
    'policy.texts': () => (texts === null ? { ok: false, code: 'failed', sentence: 'It did not work.' } : reply(texts)),
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
  view = { ...on, waiting: { hash: 'ab'.repeat(32), seq: 7, changes: ['A day may cost $9.00 at most.'], texts: [], why: ['Prices rose.'] } }
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

it('a month of changes is put together, and what waits leads to the words that would change', async () => {
  view = { ...on, digest: { from: day, to: day, lines: ['You agreed to one update.'], seen: false }, waiting: { hash: 'ab'.repeat(32), seq: 7, changes: ['Terms of use: written anew.'], texts: ['terms'], why: [] } }
  const screen = await open()
  for (const said of ['What has happened to the rules since', 'You agreed to one update.', 'Read what would change: Terms of use']) expect(screen.text()).toContain(said)
})

describe('a text', () => {
  const body = (id: 'terms' | 'privacy' | 'promises', change: (line: string) => string): string => writeText({ ...bundled[id], lines: bundled[id].lines.map(change) })
  const shown = (id: 'terms' | 'privacy' | 'promises', language = 'en') => show(<TextPage id={id} language={language} />)
  beforeEach(() => {
    texts = []
  })

  it.each(['terms', 'privacy'] as const)('that the wallet came with is there, whole, and of a day: %s', async (id) => {
    const screen = await shown(id)
    for (const line of bundled[id].lines) expect(screen.text()).toContain(line.replace(/^## /, ''))
    expect(screen.text()).toMatch(/Of .*30.*2026/)
  })

  it('of promises leads to where each is kept, also where the worker does not answer', async () => {
    texts = null
    const screen = await shown('promises')
    for (const { text } of promises) expect(screen.text()).toContain(text)
    expect(screen.text()).toContain('Small print of each payment')
  })

  it('that waits for a yes is held against the one that holds, which stays below', async () => {
    texts = [{ id: 'terms', lang: 'en', version: '2026-12-20', isOffered: true, body: body('terms', (line) => line.replace('It costs nothing,', 'It costs a penny,')) }]
    const screen = await shown('terms')
    for (const said of ['New words wait for your yes', 'Taken out:', 'Put in:', 'It costs a penny,']) expect(screen.text()).toContain(said)
    expect(document.querySelectorAll('ins, del')).toHaveLength(2)
    expect(document.querySelector('[lang]:last-of-type')?.textContent).toContain('It costs nothing,')
  })

  it('that was agreed to stands in the place of the first, in the language of its reader, with the way to the others', async () => {
    texts = [
      { id: 'terms', lang: 'de', version: '2026-12-20', isOffered: false, body: 'Nutzung\n\nAlles bleibt.\n' },
      { id: 'terms', lang: 'en', version: '2026-12-20', isOffered: false, body: 'Use\n\nAll stays.\n' },
    ]
    expect((await shown('terms', 'de-AT')).text()).toMatch(/Nutzung.*Alles bleibt\..*Also in.*English.*Deutsch.*20.*2026/s)
    expect((await shown('terms', 'fr')).text()).toContain('All stays.')
  })

  it('that is gone from this device is said to be, and the first one shown', async () => {
    texts = [{ id: 'privacy', lang: 'en', version: '2026-12-20', isOffered: false, body: null }]
    expect((await shown('privacy')).text()).toMatch(/are not on this device.*Farthing has no servers/s)
  })
})
