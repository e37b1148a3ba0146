import { deflateSync, inflateSync } from 'node:zlib'

/** What a filter of PNG guesses a byte to be, of the bytes to the left, above, and above to the left (PNG 1.2, section 6). */
const guesses: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, corner) => {
    const [toLeft, toAbove, toCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)]
    if (toLeft <= toAbove && toLeft <= toCorner) return left
    return toAbove <= toCorner ? above : corner
  },
]
const filters = guesses.map((_, filter) => filter)

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
/** Zlib's ways to look for what repeats (Z_DEFAULT_STRATEGY to Z_RLE): which does best depends on the picture. */
const strategies = [0, 1, 2, 3]

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

function chunksOf(file: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = signature.length; at < file.length; ) {
    const length = file.readUInt32BE(at)
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** A picture with 8 bits for each of red, green and blue, and of alpha where it has one. */
interface Picture {
  readonly header: Buffer
  readonly height: number
  readonly bytesPerPixel: number
  readonly bytesPerRow: number
  readonly bytes: Buffer
}

const channels: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

export function readPng(file: Buffer): Picture {
  const chunks = chunksOf(file)
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  const bytesPerPixel = channels[header?.[9] ?? -1]
  if (header?.[8] !== 8 || bytesPerPixel === undefined || header[12] !== 0) throw new Error('Not a picture of this kind.')
  const bytesPerRow = header.readUInt32BE(0) * bytesPerPixel
  const height = header.readUInt32BE(4)
  const filtered = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  const bytes = Buffer.alloc(height * bytesPerRow)
  for (let row = 0; row < height; row += 1) {
    const guess = guesses[filtered[row * (bytesPerRow + 1)] ?? 0] ?? (() => 0)
    for (let at = 0; at < bytesPerRow; at += 1) {
      bytes[row * bytesPerRow + at] = (filtered[row * (bytesPerRow + 1) + 1 + at] ?? 0) + guess(...around({ bytes, bytesPerRow, bytesPerPixel }, row, at))
    }
  }
  return { header, height, bytesPerPixel, bytesPerRow, bytes }
}

function around({ bytes, bytesPerRow, bytesPerPixel }: Pick<Picture, 'bytes' | 'bytesPerRow' | 'bytesPerPixel'>, row: number, at: number): [left: number, above: number, corner: number] {
  const here = row * bytesPerRow + at
  const isFirst = at < bytesPerPixel
  const left = isFirst ? 0 : (bytes[here - bytesPerPixel] ?? 0)
  const above = row === 0 ? 0 : (bytes[here - bytesPerRow] ?? 0)
  return [left, above, isFirst || row === 0 ? 0 : (bytes[here - bytesPerRow - bytesPerPixel] ?? 0)]
}

function filterRow(picture: Picture, row: number, filter: number): Buffer {
  const { bytes, bytesPerRow } = picture
  const filtered = Buffer.alloc(bytesPerRow + 1)
  filtered[0] = filter
  const guess = guesses[filter] ?? (() => 0)
  for (let at = 0; at < bytesPerRow; at += 1) filtered[at + 1] = (bytes[row * bytesPerRow + at] ?? 0) - guess(...around(picture, row, at))
  return filtered
}

/** How far a row's bytes are from zero: a rule of thumb for how small it becomes. */
const restOf = (filtered: Buffer): number => filtered.subarray(1).reduce((sum, byte) => sum + Math.min(byte, 256 - byte), 0)

const smallest = (buffers: readonly Buffer[], sizeOf: (one: Buffer) => number): Buffer => buffers.reduce((least, one) => (sizeOf(one) < sizeOf(least) ? one : least))

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

function chunk({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const made = Buffer.alloc(body.length + 8)
  made.writeUInt32BE(data.length, 0)
  body.copy(made, 4)
  made.writeUInt32BE(crcOf(body), body.length + 4)
  return made
}

/** The same pixels in the fewest bytes: browsers write pictures in the least time. */
export function repackPng(file: Buffer): Buffer {
  const picture = readPng(file)
  const rows = Array.from({ length: picture.height }, (_, row) => filters.map((filter) => filterRow(picture, row, filter)))
  const ways = [...filters.map((filter) => rows.map((ofRow) => ofRow[filter] ?? Buffer.alloc(0))), rows.map((ofRow) => smallest(ofRow, restOf))]
  const packed = ways.flatMap((way) => strategies.map((strategy) => deflateSync(Buffer.concat(way), { level: 9, memLevel: 9, strategy })))
  const data = smallest(packed, ({ length }) => length)
  const made = Buffer.concat([signature, chunk({ type: 'IHDR', data: picture.header }), chunk({ type: 'IDAT', data }), chunk({ type: 'IEND', data: Buffer.alloc(0) })])
  return smallest([file, made], ({ length }) => length)
}
