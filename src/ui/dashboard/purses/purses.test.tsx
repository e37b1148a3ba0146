// @vitest-environment happy-dom
import { fakeWorker, reply, type FakeWorker } from '../../testing/fake-worker'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PursesView, PurseView } from '../../../messaging/views'
import { show } from '../../testing/screen'
import { tableOnly } from '../../../core/money'
import { PricesProvider } from '../../shared/prices'
import { settings, usdc } from '../testing'
import { Purses } from './view'

const purse = (index: number, change: Partial<PurseView> = {}): PurseView => ({
  purse: index,
  name: index === 0 ? 'Main purse' : `Purse ${String(index + 1)}`,
  address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
  seen: null,
  paid: [],
  sites: [],
  endpoint: null,
  ...change,
})

const open = () =>
  show(
    <PricesProvider>
      <Purses />
    </PricesProvider>,
  )

let view: PursesView
let worker: FakeWorker
beforeEach(() => {
  view = { network: { label: 'Base', test: false, symbol: 'USDC' }, purses: [purse(0)], most: 8, memory: 'whole', looked: null, endpoint: 'rpc.example', links: [] }
  worker = fakeWorker({
    'purses.read': () => reply(view),
    'purses.balance': () => reply({ state: 'unknown', sentence: 'Your balance cannot be read right now.' }),
    'purses.assign': () => reply(null),
    'purses.add': () => ({ ok: false, code: 'refused', sentence: 'There is no room for another purse: eight are the most.' }),
    'settings.read': () => reply(settings),
    'rates.read': () => reply(tableOnly),
  })
})

describe('with one purse', () => {
  it('nothing is asked of anybody, and nothing is there to be given or joined', async () => {
    const screen = await open()
    expect(worker.inputs('purses.balance')).toEqual([])
    expect(screen.text()).toContain('Not looked at yet')
    expect(screen.text()).toContain('With one purse, everything you pay stands under one account.')
    expect(screen.text()).not.toContain('Give it')
    expect(screen.root.querySelector('svg.joined-picture')).toBeNull()
  })

  it('another takes a name, and a refusal is said', async () => {
    const screen = await open()
    await screen.click('Make a purse')
    expect(screen.text()).toContain('Give it a name first.')
    expect(worker.inputs('purses.add')).toEqual([])
    await screen.type('Its name', '  Newspapers ')
    await screen.click('Make a purse')
    expect(worker.inputs('purses.add')).toEqual([{ name: 'Newspapers' }])
    expect(screen.text()).toContain('There is no room for another purse')
  })
})

describe('with several', () => {
  beforeEach(() => {
    view = {
      ...view,
      purses: [purse(0, { paid: ['harbour.example'], seen: { total: usdc(4_950_000n), available: usdc(4_900_000n), reserved: usdc(50_000n), at: Date.UTC(2026, 2, 3, 12) } }), purse(1, { name: 'Newspapers', sites: ['lantern.example'] })],
      links: [
        { purses: [0, 1], why: 'site', about: 'harbour.example' },
        { purses: [0, 1], why: 'payee', about: `0x${'11'.repeat(20)}` },
        { purses: [0, 1], why: 'endpoint', about: 'rpc.example' },
      ],
    }
  })

  it('shows what was seen of each, and looks only when asked', async () => {
    const screen = await open()
    expect(screen.text()).toContain('$4.95')
    expect(screen.text()).toContain('$0.05 of it is set aside')
    await screen.click('Look now what is in Newspapers')
    expect(worker.inputs('purses.balance')).toEqual([{ purse: 1 }])
    expect(screen.text()).toContain('Your balance cannot be read right now.')
  })

  it('tells who can join them, in a picture that says so and in sentences', async () => {
    const screen = await open()
    const picture = screen.root.querySelector('svg.joined-picture')
    expect(picture?.getAttribute('role')).toBe('img')
    expect(picture?.querySelectorAll('path')).toHaveLength(6)
    const sentences = [...screen.root.querySelectorAll('.joined li')].map(({ textContent }) => textContent)
    expect(sentences[0]).toContain('harbour.example was paid from “Main purse” and “Newspapers”.')
    expect(sentences[1]).toContain('0x1111…1111')
    expect(sentences[2]).toContain('rpc.example is asked about “Main purse” and “Newspapers”.')
    expect(screen.text()).toContain('if you filled both from the same place')
  })

  it('gives a site a purse, and takes it back', async () => {
    const screen = await open()
    await screen.click('Give it')
    expect(screen.text()).toContain('Type the name of a site.')
    await screen.type('Site', ' news.example ')
    await screen.click('Give it')
    expect(worker.inputs('purses.assign')).toEqual([{ site: 'news.example', purse: 1 }])
    await screen.click('Take back lantern.example: your first purse pays there again')
    expect(worker.inputs('purses.assign').at(-1)).toEqual({ site: 'lantern.example', purse: 0 })
  })
})

it('after a restore offers to look for others before anything else is made', async () => {
  view = { ...view, memory: 'unknown', looked: 2 }
  const screen = await open()
  expect(screen.text()).toContain('This wallet was brought back.')
  expect(screen.text()).toContain('Looking: 3 of 7')
  expect(screen.text()).not.toContain('Another purse')
  expect(worker.inputs('purses.find')).toEqual([])
})

it('says so while the wallet is locked, and shows nothing', async () => {
  fakeWorker({ 'purses.read': () => ({ ok: false, code: 'locked', sentence: 'The wallet is locked. Unlock it to go on.' }) })
  const screen = await open()
  expect(screen.text()).toContain('The wallet is locked.')
  expect(screen.root.querySelector('.purse-card')).toBeNull()
})
