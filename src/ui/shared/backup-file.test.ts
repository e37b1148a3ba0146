import { fakeWorker, reply } from '../testing/fake-worker'
import { describe, expect, it } from 'vitest'
import type { Input, Output, Reply } from '../../messaging/contract'
import { backupName, restoreBackup, writeBackup } from './backup-file'
import { failingFile, fileOf, inBytes } from './backup-file.fixtures'

const file = 'YmFja3VwLWZpbGUtMDAwMQ=='
const restore = '33333333-3333-4333-8333-333333333333'
const madeAt = Date.UTC(2026, 10, 25, 12)
const refusal = { ok: false as const, code: 'refused' as const, sentence: 'This file was changed.' }
const head = { file, line: 'first' }

it('is called after the day it was made on, where the reader is', () => {
  expect(backupName(new Date(2026, 10, 5, 23, 59).getTime())).toBe('farthing-2026-11-05.backup')
})

describe('writing', () => {
  /** A worker with these lines after the first. @param before is called before each is given */
  function workerWith(lines: readonly string[], before: (input: Input<'backup.read'>) => Reply<'backup.read'> | null = () => null) {
    return fakeWorker({
      'backup.read': (input) => before(input) ?? reply({ line: lines[input.line - 1] ?? '', next: input.line === lines.length ? null : `after ${input.line}` }),
    })
  }
  const running = () => new AbortController().signal

  it('asks for every line once, in order, and ends each', async () => {
    const worker = workerWith(['zwei 🐦', 'three', 'four'])
    const sizes: number[] = []
    const written = await writeBackup(head, running(), (bytes) => sizes.push(bytes))
    expect(worker.inputs('backup.read')).toEqual([
      { file, line: 1, from: null },
      { file, line: 2, from: 'after 1' },
      { file, line: 3, from: 'after 2' },
    ])
    const text = written?.ok === true ? await written.value.text() : ''
    expect(text).toBe('first\nzwei 🐦\nthree\nfour\n')
    expect(sizes).toEqual([6, 16, 22, 27])
  })

  it('gives nothing of a file whose reading failed, but the reason', async () => {
    const worker = workerWith(['two', 'three', 'four'], ({ line }) => (line === 2 ? refusal : null))
    expect(await writeBackup(head, running(), () => undefined)).toEqual({ ok: false, error: refusal.sentence })
    expect(worker.inputs('backup.read')).toHaveLength(2)
  })

  it.each([0, 1, 2, 3])('stops when it is left after %s lines, also during the last', async (lines) => {
    const leaving = new AbortController()
    if (lines === 0) leaving.abort()
    const worker = workerWith(['two', 'three', 'four'], ({ line }) => {
      if (line === lines) leaving.abort()
      return null
    })
    expect(await writeBackup(head, leaving.signal, () => undefined)).toBeNull()
    expect(worker.inputs('backup.read')).toHaveLength(lines)
  })
})

describe('restoring', () => {
  const text = 'first\nzwei 🐦\nthree\n'
  /** Takes two lines after the first, as the worker does: the second ends it. */
  const answers = (added: (input: Input<'restore.add'>) => Reply<'restore.add'> = ({ line }) => done(line === 'three')) =>
    fakeWorker({ 'restore.begin': () => reply({ restore }), 'restore.add': added })
  const done = (is: boolean): Reply<'restore.add'> => reply<Output<'restore.add'>>({ done: is ? madeAt : null })
  const run = (given: Parameters<typeof restoreBackup>[0], signal = new AbortController().signal) => restoreBackup(given, 'a passphrase', signal, () => undefined)
  const fault = async (given: Parameters<typeof restoreBackup>[0]) => {
    const outcome = await run(given)
    return outcome?.ok === false ? outcome.error : outcome
  }

  it.each([
    ['as it was written', fileOf(text)],
    ['without its last line end', fileOf(text.trimEnd())],
    ['with the line ends of another system', fileOf(text.replaceAll('\n', '\r\n'))],
    ['with empty lines at its end', fileOf(`${text}\r\n\n`)],
    ['byte by byte', inBytes(text)],
  ])('gives every line in order, of a file %s', async (_name, given) => {
    const worker = answers()
    expect(await run(given)).toEqual({ ok: true, value: madeAt })
    expect(worker.sent).toEqual([
      { type: 'restore.begin', input: { line: 'first', passphrase: 'a passphrase' } },
      { type: 'restore.add', input: { restore, line: 'zwei 🐦' } },
      { type: 'restore.add', input: { restore, line: 'three' } },
    ])
  })

  it('says how far it has come', async () => {
    answers()
    const read: number[] = []
    await restoreBackup(inBytes(text), '', new AbortController().signal, (bytes) => read.push(bytes))
    expect(read).toEqual([16, 22])
  })

  it('gives nothing more once the worker has enough, and lets go of the file', async () => {
    const worker = answers()
    const given = fileOf(text, 'four\n')
    expect(await run(given)).toEqual({ ok: true, value: madeAt })
    expect(worker.inputs('restore.add')).toHaveLength(2)
    expect(given.cancelled()).toBe(true)
  })

  it.each([
    ['nothing', fileOf()],
    ['empty lines', fileOf('\n\n')],
    ['a first line that is too long', fileOf(`${'a'.repeat(20_001)}\n`)],
    ['no line at all, like a picture', fileOf('a'.repeat(100_000))],
  ])('sends nothing of a file with %s', async (_name, given) => {
    const worker = answers()
    expect(await fault(given)).toEqual({ about: 'file', sentence: 'This is no Farthing backup.' })
    expect(worker.sent).toEqual([])
  })

  it('takes a first line of 20,000 characters', async () => {
    const worker = answers()
    await run(fileOf(`${'a'.repeat(20_000)}\nthree\n`))
    expect(worker.inputs('restore.begin')).toHaveLength(1)
  })

  it('gives no line of more than 60 Mi characters', async () => {
    const worker = answers(() => done(false))
    const mega = new Uint8Array(1024 * 1024).fill(97)
    const given = fileOf('first\n', ...Array.from({ length: 62 }, () => mega))
    expect(await fault(given)).toEqual({ about: 'file', sentence: 'This is no Farthing backup.' })
    expect(worker.inputs('restore.add')).toEqual([])
    expect(given.cancelled()).toBe(true)
  })

  it.each([
    ['after a line', 'first\nzwei 🐦\n'],
    ['after the first', 'first\n'],
    ['after the first, without its end', 'first'],
  ])('says that a file is not whole that was cut %s', async (_name, cut) => {
    answers()
    expect(await fault(fileOf(cut))).toMatchObject({ about: 'file', sentence: expect.stringContaining('This file is not whole.') as string })
  })

  it('says that a file is gone', async () => {
    const worker = answers()
    expect(await fault(failingFile('first\nzwei'))).toMatchObject({ about: 'file', sentence: expect.stringContaining('could not be read') as string })
    expect(worker.inputs('restore.add')).toEqual([])
  })

  it.each([
    ['wrong-factor', 'passphrase'],
    ['refused', 'file'],
    ['failed', 'neither'],
  ] as const)('says what a refusal (%s) is about', async (code, about) => {
    const worker = fakeWorker({ 'restore.begin': () => ({ ok: false, code, sentence: 'No.' }) })
    expect(await fault(fileOf(text))).toEqual({ about, sentence: 'No.' })
    expect(worker.inputs('restore.add')).toEqual([])
  })

  it('stops at the first line that is refused', async () => {
    const worker = answers(() => refusal)
    expect(await fault(fileOf(text))).toEqual({ about: 'file', sentence: refusal.sentence })
    expect(worker.inputs('restore.add')).toHaveLength(1)
  })

  it('stops when it is left, and lets go of the file', async () => {
    const leaving = new AbortController()
    const worker = answers(() => {
      leaving.abort()
      return done(false)
    })
    const given = fileOf('first\nzwei\n', 'three\n', 'four\n', 'five\n')
    expect(await run(given, leaving.signal)).toBeNull()
    expect(worker.inputs('restore.add')).toHaveLength(1)
    expect(given.cancelled()).toBe(true)
  })

  it('tells of a wallet that came back with the very line during which it was left', async () => {
    const leaving = new AbortController()
    answers(() => {
      leaving.abort()
      return done(true)
    })
    expect(await run(fileOf(text), leaving.signal)).toEqual({ ok: true, value: madeAt })
  })
})
