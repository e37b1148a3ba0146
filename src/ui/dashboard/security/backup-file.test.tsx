// @vitest-environment happy-dom
import { reply, type FakeWorker } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input, Reply } from '../../../messaging/contract'
import type { SecurityView } from '../../../messaging/views'
import { show, type Screen } from '../../testing/screen'
import { at, dialog, freshWorker, guarded, known, proof, prove, strong } from './testing'
import { Security } from './view'

const file = 'YmFja3VwLWZpbGUtMDAwMQ=='

let worker: FakeWorker
let readLine: (input: Input<'backup.read'>) => Reply<'backup.read'> | Promise<Reply<'backup.read'>>

const begun = ({ stepUp }: Input<'backup.make'>) => guarded(stepUp, { file, line: 'first' })

beforeEach(() => {
  readLine = ({ line }) => reply({ line: `line ${line}`, next: line === 3 ? null : `after ${line}` })
  worker = freshWorker({
    'backup.make': begun,
    'backup.read': (input) => readLine(input),
  })
})
afterEach(() => vi.useRealTimers())

describe('a backup file', () => {
  const saved: { name: string; text: Promise<string> }[] = []
  let released: string[]
  beforeEach(() => {
    saved.length = 0
    released = []
    let content = new Blob()
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      content = blob as Blob
      return `blob:farthing/${saved.length}`
    })
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void released.push(address))
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, text: content.text() })
    })
  })
  afterEach(() => vi.restoreAllMocks())

  async function make(passphrase = strong, repeated = passphrase) {
    const screen = await show(<Security />)
    await screen.click('Make a backup file')
    await screen.type('Passphrase of this file', passphrase)
    await screen.type('The same again', repeated)
    await screen.click('Make the file')
    return screen
  }
  async function proved() {
    const screen = await make()
    await prove(screen)
    return screen
  }
  const alerts = (screen: Screen) => Array.from(screen.root.querySelectorAll('[role=alert]'), (alert) => alert.textContent).join('')
  const refused = { ok: false as const, code: 'failed' as const, sentence: 'Something went wrong inside Farthing.' }

  it.each([
    ['short', 'short', 'Use at least ten characters.'],
    [strong, `${strong}.`, 'The two are not the same.'],
  ])('is not made under %j and %j', async (passphrase, repeated, sentence) => {
    const screen = await make(passphrase, repeated)
    expect(screen.text()).toContain(sentence)
    expect(worker.inputs('backup.make')).toEqual([])
  })

  it('is made with a proof, line after line, and saved whole under the name of its day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 25, 12) })
    const screen = await proved()
    expect(worker.inputs('backup.make')).toEqual([{ passphrase: strong }, { passphrase: strong, stepUp: proof }])
    expect(worker.inputs('backup.read')).toEqual([
      { file, line: 1, from: null },
      { file, line: 2, from: 'after 1' },
      { file, line: 3, from: 'after 2' },
    ])
    expect(saved.map(({ name }) => name)).toEqual(['farthing-2026-11-25.backup'])
    expect(await saved[0]?.text).toBe('first\nline 1\nline 2\nline 3\n')
    const said = Array.from(screen.root.querySelectorAll('[role=status]'), (status) => status.textContent).join('')
    expect(said).toContain('Saved: farthing-2026-11-25.backup. Keep it on another device, and the passphrase somewhere else.')
    expect(document.activeElement?.textContent).toBe('A backup file')
    expect(screen.root.innerHTML).not.toContain(strong)
    expect(worker.inputs('security.read')).toHaveLength(2)
  })

  it('is let go of after it was saved, not before the browser has begun', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    await proved()
    expect(saved).toHaveLength(1)
    expect(released).toEqual([])
    await act(() => void vi.advanceTimersByTime(60_000))
    expect(released).toEqual(['blob:farthing/0'])
  })

  it('is not begun by second thoughts, and its passphrase stays typed', async () => {
    const screen = await make()
    const notNow = dialog(screen)?.querySelector<HTMLElement>('button.button-secondary')
    await act(() => notNow?.click())
    await screen.settle()
    expect(worker.inputs('backup.read')).toEqual([])
    expect(screen.field('Passphrase of this file').value).toBe(strong)
    expect(alerts(screen)).toBe('')
  })

  it('is not saved by halves, says why, and can be tried again', async () => {
    const before = readLine
    readLine = (input) => (input.line === 2 ? refused : before(input))
    const screen = await proved()
    expect(saved).toEqual([])
    expect(alerts(screen)).toContain(refused.sentence)
    readLine = before
    await screen.click('Make the file')
    expect(alerts(screen)).toBe('')
    await prove(screen)
    expect(saved).toHaveLength(1)
  })

  describe('on its way', () => {
    let answer: (reply: Reply<'backup.read'>) => void
    beforeEach(() => {
      readLine = () => new Promise((resolve) => (answer = resolve))
    })
    const more = reply({ line: 'x'.repeat(3_199_993), next: 'more' })

    it('says how much there is, and is made once, however often the button is pressed', async () => {
      const screen = await proved()
      answer(more)
      await screen.settle()
      expect(screen.text()).toContain('Making the file. 3.2 MB so far')
      expect(screen.button('Making the file').getAttribute('aria-disabled')).toBe('true')
      screen.root.querySelector<HTMLFormElement>('form.stack')?.requestSubmit()
      await screen.settle()
      expect(worker.inputs('backup.make')).toHaveLength(2)
      answer(reply({ line: 'last', next: null }))
      await screen.settle()
      expect(saved).toHaveLength(1)
    })

    it.each([
      ['stopped', (screen: Screen) => screen.click('Stop')],
      ['left with the page', () => show(<p>Elsewhere</p>)],
    ])('is given up when it is %s: nothing more is asked for or saved', async (_name, leave) => {
      const screen = await proved()
      await leave(screen)
      answer(more)
      await screen.settle()
      expect(worker.inputs('backup.read')).toHaveLength(1)
      expect(saved).toEqual([])
    })
  })

  it('is not begun for somebody who left while the proof was looked at', async () => {
    let proven: (reply: Reply<'stepUp.prove'>) => void = () => undefined
    worker = freshWorker({
      'stepUp.prove': () => new Promise((resolve) => (proven = resolve)),
      'backup.make': begun,
    })
    const screen = await proved()
    await show(<p>Elsewhere</p>)
    proven(reply(null))
    await screen.settle()
    expect(worker.inputs('backup.read')).toEqual([])
    expect(saved).toEqual([])
  })

  const told = (events: SecurityView['events']) => {
    known.security = { ...known.security, events }
    return show(<Security />)
  }

  it('says when the last one was made', async () => {
    expect((await told([])).text()).toContain('None was made yet.')
    const older = { at: at - 86_400_000 * 3, kind: 'backup-made', way: null } as const
    expect((await told([{ at, kind: 'unlocked', way: 'password' }, { at, kind: 'backup-made', way: null }, older])).text()).toContain('The last one was made on 3 Mar 2026.')
  })

  it('never says that none was made where older events may be missing', async () => {
    const screen = await told(Array.from({ length: 50 }, () => ({ at, kind: 'unlocked', way: 'password' }) as const))
    expect(screen.text()).not.toContain('None was made yet.')
    expect(screen.text()).toContain('None was made lately.')
  })
})
