/** One thing that a page loads and that costs money. */
export interface Part {
  readonly path: string
  readonly title: string
  /** Atomic units of the token. */
  readonly price: bigint
  readonly type: string
  readonly body: Buffer
  /** Ends the name of the cookie by which a buyer is known again. */
  readonly cookie: string
}

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A second of silence: PCM, 8 kHz, 8 bits, one channel. */
function silence(): Buffer {
  const sampleRate = 8000
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + sampleRate, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(sampleRate, 24)
  head.writeUInt32LE(sampleRate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(sampleRate, 40)
  return Buffer.concat([head, Buffer.alloc(sampleRate, 128)])
}

/** What the gallery sells. */
export const parts = {
  picture: { path: '/parts/picture.png', title: 'A wren, etched', price: 10_000n, type: 'image/png', body: Buffer.from(pixel, 'base64'), cookie: 'Picture' },
  table: { path: '/parts/table.json', title: 'Every wren counted', price: 20_000n, type: 'application/json', body: Buffer.from('{"wrens":42}'), cookie: 'Table' },
  song: { path: '/parts/song.wav', title: 'A wren, singing', price: 30_000n, type: 'audio/wav', body: silence(), cookie: 'Song' },
} as const satisfies Record<string, Part>
export type PartName = keyof typeof parts

/** How a page holds a part, and says in its title that it has it. */
export const holding: Record<PartName, (url: string) => string> = {
  picture: (url) => `<img src="${url}" alt="A wren" onload="document.title = 'A wren is here'">`,
  table: (url) => `<script>fetch(${JSON.stringify(url)}).then((r) => r.json()).then((t) => { if (t.wrens === 42) document.title = 'A wren is here' })</script>`,
  song: (url) => `<audio controls preload="auto" src="${url}" onloadedmetadata="document.title = 'A wren is here'"></audio>`,
}
