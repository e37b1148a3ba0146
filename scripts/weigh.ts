import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { languageOf } from './budgets'
import { deflateTightly } from './release/deflate'

/** A zip's own bytes for one file: local header, central directory entry and the name twice (APPNOTE 4.3). */
const zipEntryBytes = (name: string) => 30 + 46 + 2 * Buffer.byteLength(name)
const zipEndBytes = 22

/** One file of a build. Bytes as it lies there, compressed by itself, and in the zip. */
export interface Measured {
  readonly name: string
  readonly minified: number
  readonly gzipped: number
  readonly zipped: number
}

/** The files of a build, the heaviest first. */
export async function measureBuild(folder: string): Promise<readonly Measured[]> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const measured: Measured[] = []
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name)
    const content = readFileSync(path)
    const name = path.slice(folder.length + 1)
    measured.push({ name, minified: content.length, gzipped: gzipSync(content, { level: 9 }).length, zipped: (await packedBytes(content)) + zipEntryBytes(name) })
  }
  return measured.sort((one, other) => other.gzipped - one.gzipped)
}

/** Most files are the same for both browsers, and packing takes a while. */
const packedBytes = async (content: Buffer): Promise<number> => {
  const sum = createHash('sha256').update(content).digest('hex')
  const known = packed.get(sum) ?? (await deflateTightly(content)).length
  packed.set(sum, known)
  return known
}
const packed = new Map<string, number>()

/** Bytes of the zip that holds them. */
export const zipOf = (files: readonly Measured[]) => files.reduce((sum, file) => sum + file.zipped, zipEndBytes)

/** Whether every reader needs it, whatever their language. */
export const isForAll = ({ name }: Measured) => languageOf(name) === null
