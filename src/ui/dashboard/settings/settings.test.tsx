// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../../messaging/contract'
import type { Settings as SettingsView } from '../../../messaging/views'
import { browser } from '../../../platform/browser'
import { show, type Screen } from '../../testing/screen'
import { passwordWay, settings, unlocked } from '../testing'
import { networkOptions } from './options'
import { Settings } from './view'

let worker: ReturnType<typeof fakeWorker>
let kept: SettingsView
let refusal: Reply<'settings.change'> | null

beforeEach(() => {
  kept = settings
  refusal = null
  worker = fakeWorker({
    'settings.read': () => reply(kept),
    'signIns.read': () => reply([]),
    'wishes.read': () => reply([]),
    'settings.change': ({ endpoint, ...input }) => {
      if (refusal !== null) return refusal
      const endpoints = endpoint === undefined || endpoint.url === null ? {} : { [endpoint.network]: endpoint.url }
      kept = { ...kept, ...(JSON.parse(JSON.stringify(input)) as Partial<SettingsView>), endpoints }
      return reply(kept)
    },
  })
})

async function choose(screen: Screen, label: string, index: number) {
  await act(() => {
    const select = screen.root.querySelector<HTMLSelectElement>(`#${CSS.escape(screen.field(label).id)}`)
    if (select === null) return
    select.selectedIndex = index
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await screen.settle()
}

async function press(screen: Screen, label: string) {
  await act(() => screen.field(label).click())
  await screen.settle()
}

describe('settings', () => {
  it('keep a choice at once, and say so', async () => {
    const screen = await show(<Settings />)
    await choose(screen, 'Show prices in', 1)
    await choose(screen, 'Lock by itself', 0)
    await press(screen, 'Show the price card in pages')
    expect(worker.inputs('settings.change')).toEqual([{ currency: 'EUR' }, { autoLockMinutes: 1 }, { cardInPages: false }])
    expect(screen.text()).toContain('Saved.')
  })

  it('say whether copies are kept, and how much room they may take', async () => {
    const screen = await show(<Settings />)
    await press(screen, 'Keep copies of what I buy on this device')
    await choose(screen, 'Room for copies', 0)
    expect(worker.inputs('settings.change')).toEqual([{ keepCopies: false }, { copiesMegabytes: 50 }])
  })

  it('say what is told outside of pages, one by one, and what the button shows', async () => {
    const screen = await show(<Settings />)
    expect(screen.field('Money has come back').checked).toBe(true)
    expect(screen.field('The rules have changed, or wait for my yes').checked).toBe(false)
    await press(screen, 'Money has come back')
    await press(screen, 'The rules have changed, or wait for my yes')
    await choose(screen, 'The button shows', 2)
    expect(worker.inputs('settings.change')).toEqual([{ quiet: ['rules', 'refund'] }, { quiet: ['refund'] }, { badge: 'nothing' }])
  })

  it('follow what the browser allows, wherever that was changed', async () => {
    const screen = await show(<Settings />)
    expect(screen.field('Tell me outside of pages').checked).toBe(true)
    worker.permissions.contains.mockResolvedValue(false)
    kept = { ...kept }
    await act(() => worker.changed('settings'))
    await screen.settle()
    expect(screen.field('Tell me outside of pages').checked).toBe(false)
    expect(screen.text()).not.toContain('Money has come back')
  })

  it('show the keys there are, and lead to where they are changed', async () => {
    const screen = await show(<Settings />)
    expect(screen.text()).toContain('Open FarthingAlt+Shift+F')
    expect(screen.text()).toContain('Open my historyNone yet')
    await screen.click('Change keys')
    expect(browser.tabs.create).toHaveBeenCalledExactlyOnceWith({ url: 'chrome://extensions/shortcuts' })
  })

  it('show what is really set when a change is refused', async () => {
    refusal = { ok: false, code: 'failed', sentence: 'Farthing did not answer.' }
    const screen = await show(<Settings />)
    await choose(screen, 'Show prices in', 1)
    expect(screen.field('Show prices in').value).toBe('USD')
    await press(screen, 'Show the price card in pages')
    expect(screen.field('Show the price card in pages').checked).toBe(true)
    expect(screen.text()).toContain('Farthing did not answer.')
    expect(screen.text()).not.toContain('Saved.')
  })

  it('show a choice while it is on its way, and lose none of two made at once', async () => {
    let answer = (): void => undefined
    const slow = new Promise<void>((resolve) => (answer = resolve))
    worker = fakeWorker({
      'settings.read': () => reply(kept),
      'signIns.read': () => reply([]),
      'wishes.read': () => reply([]),
      'settings.change': async (input) => {
        await slow
        kept = { ...kept, ...(JSON.parse(JSON.stringify(input)) as Partial<SettingsView>) }
        return reply(kept)
      },
    })
    const screen = await show(<Settings />)
    await choose(screen, 'Show prices in', 1)
    await press(screen, 'Offer test networks')
    const seen = () => [screen.field('Show prices in').value, screen.field('Offer test networks').checked]
    expect(seen()).toEqual(['EUR', true])
    expect(screen.text()).not.toContain('Saved.')
    answer()
    await screen.settle()
    expect(seen()).toEqual(['EUR', true])
    expect(screen.text()).toContain('Saved.')
  })

  it.each([
    ['2.1', 210],
    ['2,15 %', 215],
    ['20', 2000],
    ['.5', 50],
    ['', 0],
  ])('take %j for what getting dollars costs, exactly', async (typed, fundingBps) => {
    const screen = await show(<Settings />)
    await screen.type('What getting dollars costs you, in percent', typed)
    await screen.click('Save this figure')
    expect(worker.inputs('settings.change')).toEqual([{ fundingBps }])
  })

  it.each(['20.01', '-1', '1e1', 'two', '1.234'])('refuse %j as such a figure', async (typed) => {
    const screen = await show(<Settings />)
    await screen.type('What getting dollars costs you, in percent', typed)
    await screen.click('Save this figure')
    expect(worker.inputs('settings.change')).toEqual([])
    expect(screen.text()).toContain('Write a percentage up to 20')
  })

  it('offer test networks only to readers who want them', () => {
    const offered = (testNetworks: boolean, network: SettingsView['network']) => networkOptions({ testNetworks, network }).map(({ label }) => label)
    expect(offered(false, 'eip155:8453')).toEqual(['Base'])
    expect(offered(true, 'eip155:8453')).toEqual(['Base', 'Base Sepolia', 'Local'])
    expect(offered(false, 'eip155:84532')).toEqual(['Base', 'Base Sepolia'])
  })
})

describe('what takes a fresh proof', () => {
  const proof = '22222222-2222-4222-8222-222222222222'

  beforeEach(() => {
    worker = fakeWorker({
      'settings.read': () => reply(kept),
      'signIns.read': () => reply([]),
      'wishes.read': () => reply([]),
      'settings.change': ({ stepUp, network }) => {
        if (stepUp !== proof) return { ok: false, code: 'step-up', sentence: 'Confirm that it is you.' }
        kept = { ...kept, network: network ?? kept.network }
        return reply(kept)
      },
      'wallet.read': () => reply(unlocked),
      'stepUp.begin': () => reply({ id: proof, sentence: 'Change the network your purse is on.', ways: [passwordWay], code: false }),
      'stepUp.prove': () => reply(null),
    })
    kept = { ...settings, testNetworks: true }
  })

  it('is kept after the proof', async () => {
    const screen = await show(<Settings />)
    await choose(screen, 'Your purse is on', 1)
    expect(screen.text()).toContain('Change the network your purse is on.')
    await screen.type('Password', 'correct horse')
    await screen.click('Confirm')
    expect(worker.inputs('settings.change')).toEqual([{ network: 'eip155:84532' }, { network: 'eip155:84532', stepUp: proof }])
    expect(screen.field('Your purse is on').value).toBe('eip155:84532')
    expect(screen.text()).toContain('Saved.')
  })

  it('is shown as it was after "not now", without a complaint, and nothing typed is lost', async () => {
    const screen = await show(<Settings />)
    await screen.type('Address for Base', 'https://half.typ')
    await choose(screen, 'Your purse is on', 1)
    await screen.click('Not now')
    expect(screen.field('Your purse is on').value).toBe('eip155:8453')
    expect(screen.field('Address for Base').value).toBe('https://half.typ')
    expect(screen.text()).not.toContain('Confirm that it is you.')
    expect(screen.text()).not.toContain('Saved.')
  })
})

describe('where to look', () => {
  it('stays where it was when the browser is told no', async () => {
    const screen = await show(<Settings />)
    worker.permissions.request.mockResolvedValue(false)
    await press(screen, 'On every site')
    expect(screen.field('On every site').checked).toBe(false)
    expect(screen.field('Only when I click the button').checked).toBe(true)
    expect(screen.text()).toContain('Your browser did not allow this')
  })

  it('says when the browser has taken its permission back, and asks again', async () => {
    kept = { ...settings, access: 'everywhere' }
    worker.permissions.contains.mockResolvedValue(false)
    const screen = await show(<Settings />)
    expect(screen.text()).toContain('Your browser does not allow this at the moment.')
    worker.permissions.contains.mockResolvedValue(true)
    await press(screen, 'On every site')
    expect(worker.permissions.request).toHaveBeenCalledOnce()
    expect(screen.text()).not.toContain('at the moment')
  })
})

describe('what is told outside of pages', () => {
  const told = (screen: Screen) => screen.field('Tell me outside of pages')

  it('is asked of the browser, and is off again where it says no', async () => {
    worker.permissions.contains.mockResolvedValue(false)
    worker.permissions.request.mockResolvedValue(false)
    const screen = await show(<Settings />)
    await press(screen, 'Tell me outside of pages')
    expect(worker.permissions.request).toHaveBeenCalledExactlyOnceWith({ permissions: ['notifications'] })
    expect(told(screen).checked).toBe(false)
    expect(screen.text()).toContain('All of it still stands in the wallet.')
  })

  it('is given back to the browser', async () => {
    const screen = await show(<Settings />)
    expect(told(screen).checked).toBe(true)
    worker.permissions.contains.mockResolvedValue(false)
    await press(screen, 'Tell me outside of pages')
    expect(worker.permissions.remove).toHaveBeenCalledExactlyOnceWith({ permissions: ['notifications'] })
    expect(told(screen).checked).toBe(false)
  })
})

describe('the endpoint', () => {
  it.each(['', 'node.example', 'ftp://node.example', 'javascript:alert(1)'])('is not asked to be %j', async (text) => {
    const screen = await show(<Settings />)
    await screen.type('Address for Base', text)
    await screen.click('Use this')
    expect(screen.text()).toContain('It must begin with https://')
    expect(worker.inputs('settings.change')).toEqual([])
  })

  it('is set for its own network, and put back', async () => {
    const screen = await show(<Settings />)
    await screen.type('Address for Base', ' https://node.example/rpc ')
    await screen.click('Use this')
    await screen.click('Back to the usual one')
    expect(worker.inputs('settings.change')).toEqual([
      { endpoint: { network: 'eip155:8453', url: 'https://node.example/rpc' } },
      { endpoint: { network: 'eip155:8453', url: null } },
    ])
    expect(screen.field('Address for Base').value).toBe('')
  })

  it('says why the worker refuses one, and keeps what was typed for mending', async () => {
    refusal = { ok: false, code: 'refused', sentence: 'That is not a secure web address.' }
    const screen = await show(<Settings />)
    await screen.type('Address for Base', 'http://node.example')
    await screen.click('Use this')
    expect(screen.text()).toContain('That is not a secure web address.')
    expect(screen.field('Address for Base').value).toBe('http://node.example')
  })
})
