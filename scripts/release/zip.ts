import { crc32, inflateRawSync } from 'node:zlib'
import { deflateQuickly, type Deflate } from './deflate'

/** One file in a zip. */
export interface Entry {
  /** Relative, with forward slashes. */
  readonly name: string
  readonly content: Buffer
  readonly isProgram?: boolean
}

/** The first moment that a zip can tell: midnight of 1 January 1980, as the format writes it (APPNOTE 4.4.6). */
const noTime = 0
const noDate = (1 << 5) | 1

const madeOnUnix = (3 << 8) | 20
const neededToRead = 20
const namesInUtf8 = 1 << 11
const deflated = 8

const localMark = 0x04034b50
const centralMark = 0x02014b50
const endMark = 0x06054b50
const localBytes = 30
const centralBytes = 46
const endBytes = 22

const plainFile = 0o100644
const program = 0o100755

interface Packed {
  readonly name: Buffer
  readonly data: Buffer
  /** What a file's own header and the directory at the end say alike. */
  readonly facts: Buffer
  readonly mode: number
}

/**
 * The same files give the same bytes: sorted, all of one time, and with two modes only.
 * @throws where a name stands twice or would leave the folder that it is unpacked to
 */
export async function zipOf(entries: readonly Entry[], deflate: Deflate = deflateQuickly): Promise<Buffer> {
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw new Error('Two files in a zip have one name.')
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of [...entries].sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const { name, data, facts, mode } = await pack(entry, deflate)
    const file = Buffer.concat([uint32(localMark), facts, name, data])
    directory.push(uint32(centralMark), uint16(madeOnUnix), facts, nothing(6), uint32(mode), uint32(at), name)
    files.push(file)
    at += file.length
  }
  const central = Buffer.concat(directory)
  const count = uint16(entries.length)
  return Buffer.concat([...files, central, uint32(endMark), nothing(4), count, count, uint32(central.length), uint32(at), nothing(2)])
}

async function pack({ name, content, isProgram }: Entry, deflate: Deflate): Promise<Packed> {
  if (!isInside(name)) throw new Error(`Not a name for a file in a zip: ${name}`)
  const named = Buffer.from(name)
  const data = await deflate(content)
  const sums = [crc32(content), data.length, content.length].map(uint32)
  const facts = Buffer.concat([...[neededToRead, namesInUtf8, deflated, noTime, noDate].map(uint16), ...sums, uint16(named.length), nothing(2)])
  return { name: named, data, facts, mode: ((isProgram === true ? program : plainFile) << 16) >>> 0 }
}

const isInside = (name: string): boolean => !/[\\:\0]/.test(name) && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const nothing = (length: number): Buffer => Buffer.alloc(length)

/**
 * Reads what {@link zipOf} has written.
 * @throws where it is anything else, or was damaged
 */
export function unzip(zip: Buffer): readonly Entry[] {
  const end = zip.length - endBytes
  if (end < 0 || zip.readUInt32LE(end) !== endMark) throw new Error('Not a zip of this kind.')
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== centralMark || zip.readUInt16LE(at + 10) !== deflated) throw new Error('Not a zip of this kind.')
    const nameEnd = at + centralBytes + zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + centralBytes, nameEnd)
    const dataAt = zip.readUInt32LE(at + 42) + localBytes + zip.readUInt16LE(at + 28)
    const content = inflateRawSync(zip.subarray(dataAt, dataAt + zip.readUInt32LE(at + 20)))
    if (!isInside(name) || crc32(content) !== zip.readUInt32LE(at + 16)) throw new Error(`${name} is damaged.`)
    entries.push({ name, content, isProgram: zip.readUInt32LE(at + 38) >>> 16 === program })
    at = nameEnd
  }
  return entries
}
