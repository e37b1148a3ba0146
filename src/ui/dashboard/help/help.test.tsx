// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { WalletView } from '../../../messaging/views'
import { show, type Screen } from '../../testing/screen'
import { Dashboard } from '../dashboard'
import { fetchScreens, unlocked } from '../testing'
import { trees } from './trees'

let wallet: WalletView['state']
let worker: ReturnType<typeof fakeWorker>

beforeAll(fetchScreens)

beforeEach(() => {
  wallet = 'unlocked'
  worker = fakeWorker({
    'wallet.read': () => reply({ ...unlocked, state: wallet }),
    'wallet.unlock': () => {
      wallet = 'unlocked'
      return reply(null)
    },
    'disputes.list': () => reply([]),
  })
})

const open = async (hash: string): Promise<Screen> => {
  location.hash = hash
  return show(<Dashboard />)
}

const follow = async (screen: Screen, name: string) => {
  location.hash = screen.button(name).getAttribute('href') ?? ''
  await act(() => void dispatchEvent(new HashChangeEvent('hashchange')))
  await screen.settle()
}

const listed = (screen: Screen) => [...screen.root.querySelectorAll('.help-choice')].map((link) => link.textContent)

describe('help', () => {
  it('lists everything there is, needs no worker, and asks nobody', async () => {
    const screen = await open('#/help')
    expect(listed(screen)).toEqual(trees.map(({ title }) => title))
    expect(worker.sent.map(({ type }) => type).filter((type) => !['wallet.read', 'disputes.list', 'policy.read'].includes(type))).toEqual([])
  })

  it('finds while the reader types, says how much, and keeps the words out of the address', async () => {
    const screen = await open('#/help')
    await screen.type('What is the matter?', 'double')
    expect(listed(screen)[0]).toBe('I was charged twice')
    expect(screen.root.querySelector('[role=status]')?.textContent).toBe('One answer')
    expect(location.hash).toBe('#/help')
    await screen.type('What is the matter?', 'xylophone')
    expect(screen.text()).toContain('Nothing by these words')
    await screen.type('What is the matter?', '')
    expect(listed(screen)).toHaveLength(trees.length)
  })

  it('goes a step at a time by plain links, with the focus where the answer is', async () => {
    const screen = await open('#/help')
    await follow(screen, 'I paid, and it stays closed')
    expect(screen.root.querySelector('h1')?.textContent).toBe('I paid, and it stays closed')
    await follow(screen, 'Paid')
    expect(location.hash).toBe('#/help/paid-but-locked?at=paid')
    expect(document.activeElement?.textContent).toContain('Open the page once more.')
    await follow(screen, 'The price again')
    expect(screen.text()).toContain('Do not pay again.')
    expect(screen.button('Find the payment in your history').getAttribute('href')).toBe('#/history')
    await follow(screen, 'Begin again')
    expect(screen.text()).toContain('What does your history say of this payment?')
  })

  it.each(['nowhere', '%00', '__proto__'])('begins a tree anew for a step that it has not: %s', async (at) => {
    expect((await open(`#/help/paid-but-locked?at=${at}`)).text()).toContain('What does your history say of this payment?')
  })

  it('says when there is no such tree', async () => {
    expect((await open('#/help/constructor')).text()).toContain('There is no such page of help.')
  })

  it('leads nowhere outside the wallet, from any step', async () => {
    for (const { id, steps } of trees) {
      for (const step of steps.keys()) {
        const screen = await open(`#/help/${id}?at=${step}`)
        for (const link of screen.root.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^#\//)
      }
    }
  })
})

describe('at the door', () => {
  it.each(['locked', 'damaged'] as const)('help is there without opening the wallet: %s', async (state) => {
    wallet = state
    const screen = await open('')
    await follow(screen, 'Help')
    await follow(screen, 'I forgot my password')
    await follow(screen, 'None of these')
    expect(screen.text()).toContain('nobody can open it')
    expect(screen.text()).not.toContain('Overview')
    expect(worker.sent.map(({ type }) => type)).toEqual(['wallet.read'])
    await follow(screen, 'Back to the door')
    expect(screen.root.querySelector('.door')).not.toBeNull()
  })

  it('what it leads to waits behind the door', async () => {
    wallet = 'locked'
    const screen = await open('#/help/forgot-password?at=other')
    await follow(screen, 'Security')
    expect(screen.text()).toContain('Your wallet is locked')
    await screen.type('Password', 'right')
    await screen.click('Unlock')
    expect(location.hash).toBe('#/security')
  })
})
