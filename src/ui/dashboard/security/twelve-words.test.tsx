// @vitest-environment happy-dom
import { reply, type FakeWorker } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show, type Screen } from '../../testing/screen'
import { unlocked } from '../testing'
import { dialog, freshWorker, guarded, known, proof, prove } from './testing'
import { shownForMs } from './use-shown-words'
import { Security } from './view'

const twelve = 'able bird coin dawn echo farm gold hill iron jazz kite lamp'.split(' ')

let worker: FakeWorker

beforeEach(() => {
  worker = freshWorker({
    'words.read': ({ stepUp }) => guarded(stepUp, { words: twelve }),
    'wallet.confirmBackup': () => reply(null),
    'words.check': ({ stepUp, words }) => guarded(stepUp, { right: words.every(({ place, word }) => twelve[place - 1] === word) }),
  })
})
afterEach(() => vi.useRealTimers())

describe('the twelve words', () => {
  async function shown() {
    const screen = await show(<Security />)
    await screen.click('Show the words')
    await prove(screen)
    return screen
  }
  const listed = (screen: Screen) => Array.from(screen.root.querySelectorAll('.words-word'), (word) => word.textContent)

  it('are shown after a proof, as text, in no field and to no clipboard', async () => {
    const screen = await show(<Security />)
    await screen.click('Show the words')
    expect(screen.root.innerHTML).not.toContain('lamp')
    await prove(screen)
    expect(listed(screen)).toEqual(twelve)
    expect(screen.root.querySelector('.words input, .words textarea, .words button, .words [contenteditable]')).toBeNull()
  })

  it('hide after a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    const screen = await shown()
    await act(() => void vi.advanceTimersByTime(shownForMs - 5_000))
    expect(listed(screen)).toEqual(twelve)
    await act(() => void vi.advanceTimersByTime(5_000))
    expect(screen.root.innerHTML).not.toContain('lamp')
  })

  const leaving: [string, () => void][] = [
    ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
    [
      'the tab is hidden',
      () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
        document.dispatchEvent(new Event('visibilitychange'))
        vi.restoreAllMocks()
      },
    ],
  ]

  it.each(leaving)('hide when %s, and take a new proof to be seen again', async (_name, leave) => {
    const screen = await shown()
    await act(leave)
    expect(screen.root.innerHTML).not.toContain('lamp')
    await screen.click('Show the words')
    expect(screen.root.innerHTML).not.toContain('lamp')
    expect(dialog(screen)?.open).toBe(true)
  })

  it('hide when told to', async () => {
    const screen = await shown()
    await screen.click('Hide the words')
    expect(screen.root.innerHTML).not.toContain('lamp')
  })

  it('that were confirmed are not asked for again', async () => {
    const screen = await shown()
    expect(screen.text()).not.toContain('I have written them down')
  })

  it('that were not are asked for, three of them, and are not on screen meanwhile', async () => {
    known.wallet = { ...unlocked, backedUp: false }
    const screen = await shown()
    await screen.click('I have written them down')
    expect(listed(screen)).toEqual([])
    expect(screen.root.innerHTML).not.toContain('lamp')
    const asked = Array.from(screen.root.querySelectorAll('label'), (label) => label.textContent).filter((label) => label.startsWith('Word '))
    expect(asked).toHaveLength(3)
    for (const label of asked) await screen.type(label, 'wren')
    await screen.click('Check')
    expect(worker.inputs('wallet.confirmBackup')).toEqual([])
    for (const label of asked) await screen.type(label, twelve[Number(label.slice(5)) - 1] ?? '')
    known.wallet = unlocked
    await screen.click('Check')
    expect(worker.inputs('wallet.confirmBackup')).toHaveLength(1)
    expect(screen.text()).not.toContain('You have not shown yet')
  })
})

describe('a week later', () => {
  const askedFor = (screen: Screen) =>
    Array.from(screen.root.querySelectorAll('label'), (label) => label.textContent).filter((label) => label.startsWith('Word '))
  const placeOf = (label: string) => Number(label.slice(5))
  async function check(wordAt: (place: number) => string) {
    known.security = { ...known.security, drillDueAt: Date.now() - 1 }
    const screen = await show(<Security />)
    await screen.click('Check three of them')
    for (const label of askedFor(screen)) await screen.type(label, wordAt(placeOf(label)))
    await screen.click('Check')
    return screen
  }
  const right = (place: number) => twelve[place - 1] ?? ''

  it.each([
    ['not due yet', () => Date.now() + 60_000],
    ['not due at all', () => null],
  ])('nothing is asked when it is %s', async (_name, due) => {
    known.security = { ...known.security, drillDueAt: due() }
    expect((await show(<Security />)).text()).not.toContain('Can you find them?')
  })

  it('three different places are asked for, in order, and sent with a proof', async () => {
    const screen = await check((place) => ` ${right(place).toUpperCase()}`)
    const places = askedFor(screen).map(placeOf)
    expect(places).toHaveLength(3)
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
    const given = places.map((place) => ({ place, word: right(place) }))
    await prove(screen)
    expect(worker.inputs('words.check')).toEqual([{ words: given }, { words: given, stepUp: proof }])
  })

  it('right ones are said to be, also once nothing is due any more', async () => {
    const screen = await check(right)
    known.security = { ...known.security, drillDueAt: null }
    await prove(screen)
    expect(screen.text()).toContain('They are right.')
    expect(screen.text()).not.toContain('Can you find them?')
    expect(worker.inputs('security.read')).toHaveLength(2)
  })

  it('wrong ones lead back to the words', async () => {
    const screen = await check(() => 'wren')
    await prove(screen)
    expect(screen.text()).toContain('These are not the words. Show them again and write them down anew.')
    expect(screen.button('Show the words')).toBeDefined()
    expect(screen.button('Check three of them')).toBeDefined()
  })

  it('a word that is missing is not sent', async () => {
    const screen = await check((place) => (place % 2 === 0 ? right(place) : ' '))
    const missing = screen.root.querySelectorAll('.field-wrong').length
    expect(missing).toBe(askedFor(screen).filter((label) => placeOf(label) % 2 === 1).length)
    expect(worker.inputs('words.check')).toHaveLength(missing === 0 ? 1 : 0)
  })

  it('nobody is asked for words that were never written down', async () => {
    known.wallet = { ...unlocked, backedUp: false }
    known.security = { ...known.security, drillDueAt: Date.now() - 1 }
    expect((await show(<Security />)).text()).not.toContain('Can you find them?')
  })
})
