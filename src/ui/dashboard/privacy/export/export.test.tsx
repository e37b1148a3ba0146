// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input, Reply } from '../../../../messaging/contract'
import type { ImportView } from '../../../../messaging/views'
import { show, type Screen } from '../../../testing/screen'
import { Export } from './view'

const { saved } = vi.hoisted(() => ({ saved: [] as { name: string; content: Blob }[] }))
vi.mock('../../../shared/receipts-page', () => ({ inPage: (text: string) => text, receiptsPage: async (file: Blob) => new Blob(['page of ', file]) }))
vi.mock('../../../shared/save-file', () => ({ saveFile: (name: string, content: Blob) => saved.push({ name, content }) }))

const run = '00000000-0000-4000-8000-000000000001'
const nothing: ImportView = { added: 0, grown: 0, known: 0, skipped: 0, foreign: 0, purses: 0, withheld: false }
let pieces: readonly Reply<'export.read'>[] = []
let taken: (input: Input<'import.add'>) => Reply<'import.add'> = () => reply({ payments: 0, done: nothing })

const refused = (sentence: string) => ({ ok: false as const, code: 'refused' as const, sentence })

function newWorker() {
  let next = 0
  return fakeWorker({
    'export.begin': () => reply({ run, payments: 2 }),
    'export.read': () => pieces[next++] ?? refused('too many pieces'),
    'import.begin': () => reply({ run }),
    'import.add': (input) => taken(input),
    'wallet.read': () => refused('not asked'),
  })
}

async function choose(screen: Screen, text: string): Promise<void> {
  const field = screen.field('The file')
  Object.defineProperty(field, 'files', { value: [new File([text], 'mine.json')], configurable: true })
  await act(() => {
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

beforeEach(() => {
  saved.length = 0
  pieces = [reply({ text: 'a,b\r\n', packed: null, done: 0 }), reply({ text: 'é,2\r\n', packed: null, done: 2 }), reply({ text: '', packed: null, done: null })]
})

describe('saving', () => {
  it('says plainly that anybody can read the file, and has one button more important than others', async () => {
    newWorker()
    const screen = await show(<Export />)
    expect(screen.text()).toContain('Anybody who has one of these files can read what you bought.')
    expect([...screen.root.querySelectorAll('.button-primary')].map((button) => button.textContent)).toEqual(['Save a spreadsheet'])
  })

  it('puts the pieces together in order, and names the file', async () => {
    const worker = newWorker()
    const screen = await show(<Export />)
    await screen.click('Save a spreadsheet')
    await screen.settle()
    expect(worker.inputs('export.begin')).toEqual([{ wanted: { kind: 'table', timeZone: expect.any(String) as string, from: null, to: null } }])
    expect(saved.map(({ name }) => name)).toEqual([expect.stringMatching(/^farthing-payments-\d{4}-\d\d-\d\d\.csv$/)])
    expect(await saved[0]?.content.text()).toBe('a,b\r\né,2\r\n')
    expect(screen.text()).toContain('Saved: farthing-payments-')
  })

  it('of a year asks for that year, as the reader’s calendar has it', async () => {
    const worker = newWorker()
    const screen = await show(<Export />)
    const select = screen.field('Which payments') as unknown as HTMLSelectElement
    await act(() => {
      select.selectedIndex = 1
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await screen.click('Save a spreadsheet')
    const year = new Date().getFullYear()
    expect(worker.inputs('export.begin')).toMatchObject([{ wanted: { from: new Date(year, 0, 1).getTime(), to: new Date(year + 1, 0, 1).getTime() } }])
    expect(saved[0]?.name).toBe(`farthing-payments-${String(year)}.csv`)
  })

  it('makes a page of the receipts', async () => {
    const worker = newWorker()
    const screen = await show(<Export />)
    await screen.click('Save receipts')
    await screen.settle()
    expect(worker.inputs('export.begin')).toEqual([{ wanted: { kind: 'receipts', from: null, to: null, payment: null } }])
    expect(saved[0]?.name).toMatch(/^farthing-receipts-.*\.html$/)
    expect(await saved[0]?.content.text()).toBe('page of a,b\r\né,2\r\n')
  })

  it('that fails saves nothing, and says why', async () => {
    pieces = [reply({ text: 'a,b\r\n', packed: null, done: 0 }), refused('That was interrupted. Begin again.')]
    newWorker()
    const screen = await show(<Export />)
    await screen.click('Save everything')
    expect(saved).toEqual([])
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain('That was interrupted.')
  })

  it('can be stopped in the middle: nothing is saved, and no further piece is asked for', async () => {
    let go: (piece: Reply<'export.read'>) => void = () => undefined
    const worker = fakeWorker({ 'export.begin': () => reply({ run, payments: 2 }), 'export.read': () => new Promise((resolve) => (go = resolve)) })
    const screen = await show(<Export />)
    await screen.click('Save everything')
    expect(screen.root.querySelector('progress')?.max).toBe(2)
    await screen.click('Stop')
    go(reply({ text: 'x', packed: null, done: 1 }))
    await screen.settle()
    expect(worker.inputs('export.read')).toHaveLength(1)
    expect(saved).toEqual([])
    expect(screen.text()).toContain('Stopped. Nothing was saved.')
  })
})

describe('taking in', () => {
  it('gives every line in order, with the reader’s say about rules, and tells what came of it', async () => {
    taken = () => reply({ payments: 2, done: { added: 2, grown: 1, known: 0, skipped: 0, foreign: 2, purses: 1, withheld: true } })
    const worker = newWorker()
    const screen = await show(<Export />)
    await choose(screen, 'one\r\ntwo\n\nthree')
    await screen.click('Take it in')
    await screen.settle()
    expect(worker.inputs('import.begin')).toEqual([{ rules: false }])
    expect(worker.inputs('import.add')).toEqual([{ run, lines: ['one', 'two', 'three'] }])
    expect(screen.text()).toContain('2 payments were taken in. One that was here knows more now. 2 are from another wallet, and are left out. Another purse of yours was opened with it. Its settings, limits and exceptions were left out.')
  })

  it('asks for a file first', async () => {
    const worker = newWorker()
    const screen = await show(<Export />)
    await screen.click('Take it in')
    expect(screen.text()).toContain('Choose a file first.')
    expect(worker.inputs('import.begin')).toEqual([])
  })

  it.each([
    ['ends too early', 'one\n', () => reply({ payments: 1, done: null }), 'This file ends too early'],
    ['is refused', 'one\n', () => refused('This file is damaged, or not whole. Nothing was taken from it.'), 'This file is damaged'],
    ['has an endless line', 'x'.repeat(5 * 1024 * 1024), () => reply({ payments: 1, done: null }), 'This is no file of payments'],
  ])('of a file that %s says so', async (_what, text, answer, sentence) => {
    taken = answer
    newWorker()
    const screen = await show(<Export />)
    await choose(screen, text)
    await screen.click('Take it in')
    await screen.settle()
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain(sentence)
  })
})
