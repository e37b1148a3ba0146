import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failingFile, fileOf, inBytes } from './backup-file.fixtures'
import { LineReader, type Readable } from './line-reader'

/** Everything until the end, or the reason there is none. */
async function linesOf(file: Readable, longest = 100): Promise<readonly string[] | string> {
  const reader = new LineReader(file)
  const lines: string[] = []
  for (;;) {
    const line = await reader.next(longest)
    if (!line.ok) return line.error
    if (line.value === null) return lines
    lines.push(line.value)
  }
}

describe('lines of a file', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb\r\n', ['a', 'b']],
    ['\n\na', ['', '', 'a']],
    ['a\rb\n', ['a\rb']],
    ['\uFEFFa\n', ['a']],
    ['zaunkönig 🐦\nwren\n', ['zaunkönig 🐦', 'wren']],
  ])('of %j are found, also when every byte comes alone', async (text, lines) => {
    expect(await linesOf(fileOf(text))).toEqual(lines)
    expect(await linesOf(inBytes(text))).toEqual(lines)
  })

  it('are the same wherever the file is cut into pieces', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ö', '🐦', '\n', '\r\n'), maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(200), { maxLength: 5 }), async (whole, cuts) => {
        const bytes = new TextEncoder().encode(whole)
        const at = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
        const pieces = at.slice(1).map((end, index) => bytes.slice(at[index], end))
        const lines = whole.split('\n').map((line) => line.replace(/\r$/, ''))
        expect(await linesOf(fileOf(...pieces))).toEqual(whole.endsWith('\n') || whole === '' ? lines.slice(0, -1) : lines)
      }),
    )
  })

  it.each([
    ['in one piece', () => fileOf('aaaaa\n')],
    ['in pieces', () => inBytes('aaaaa\n')],
    ['that does not end', () => fileOf('aaaaa')],
  ])('that are too long are refused %s', async (_name, file) => {
    expect(await linesOf(file(), 5)).toEqual(['aaaaa'])
    expect(await linesOf(file(), 4)).toBe('too-long')
  })

  it('that never end are not read for ever', async () => {
    let given = 0
    const endless: Readable = {
      stream: () =>
        new ReadableStream<Uint8Array<ArrayBuffer>>({
          pull(controller) {
            given += 1
            controller.enqueue(new Uint8Array(1000).fill(97))
          },
        }),
    }
    const reader = new LineReader(endless)
    expect(await reader.next(10_000)).toEqual({ ok: false, error: 'too-long' })
    await reader.close()
    expect(given).toBeLessThan(20)
  })

  it('of a file that is gone are an error, and letting go of it is none', async () => {
    const reader = new LineReader(failingFile('a\nb'))
    expect(await reader.next(9)).toEqual({ ok: true, value: 'a' })
    expect(await reader.next(9)).toEqual({ ok: false, error: 'unreadable' })
    await expect(reader.close()).resolves.toBeUndefined()
  })
})
