import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deflateTightly } from './deflate'
import { unzip, zipOf, type Entry } from './zip'

const part = fc.stringMatching(/^[a-z_.é猫-]{1,8}$/).filter((text) => text !== '.' && text !== '..')
const anEntry: fc.Arbitrary<Entry> = fc.record({
  name: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
  content: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  isProgram: fc.boolean(),
})
const entries = fc.uniqueArray(anEntry, { selector: ({ name }) => name, maxLength: 12 })
const byName = (one: Entry, other: Entry): number => (one.name < other.name ? -1 : 1)
const some: readonly Entry[] = [
  { name: 'b/run', content: Buffer.from('echo'), isProgram: true },
  { name: 'a.txt', content: Buffer.from('text'), isProgram: false },
]

describe('a zip', () => {
  it('gives back what was put in', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (put) => {
        expect(unzip(await zipOf(put))).toEqual([...put].sort(byName))
      }),
    )
  })

  it('gives it back where it was packed tightly', async () => {
    const put = [{ name: 'empty', content: Buffer.alloc(0), isProgram: false }, { name: 'words', content: Buffer.from('one word and '.repeat(2000)), isProgram: false }]
    const zip = await zipOf(put, deflateTightly)
    expect(unzip(zip)).toEqual(put)
    expect(zip.length).toBeLessThan((await zipOf(put)).length)
  })

  it('is the same whatever the order', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (put) => {
        expect((await zipOf([...put].reverse())).equals(await zipOf(put))).toBe(true)
      }),
    )
  })

  it('tells no time and nobody', async () => {
    const zip = await zipOf(some)
    // Midnight of 1 January 1980, in the first file's header.
    expect(zip.readUInt32LE(10)).toBe(0x00210000)
    expect(zip.readUInt32LE(zip.length - 22 + 16)).toBeLessThan(zip.length)
  })

  it.each(['', '/etc/passwd', '../a', 'a/../../b', 'a//b', './a', 'c:\\a', 'a\0'])('has no file named %j', async (name) => {
    await expect(zipOf([{ name, content: Buffer.alloc(0) }])).rejects.toThrow('Not a name')
  })

  it('has no two files of one name', () => expect(zipOf([...some, ...some])).rejects.toThrow('one name'))

  it('is not read when it is damaged', async () => {
    const zip = await zipOf(some)
    for (const at of [0, 40, zip.length - 60, zip.length - 20]) expect(() => unzip(zip.subarray(0, at))).toThrow()
    const changed = Buffer.from(zip)
    changed.write('TEXT', changed.indexOf('a.txt', 60) - 4)
    expect(() => unzip(changed)).toThrow()
  })
})
