import { readPicture } from './pictures'

/** A picture in the text, and where the page shows it. */
export interface Pair {
  readonly src: string
  readonly shown: HTMLImageElement
}

export interface Taken {
  /** `data` is base64. */
  readonly pictures: readonly { readonly src: string; readonly type: string; readonly width: number; readonly height: number; readonly data: string }[]
  /** How many could not be taken, or were too many. */
  readonly left: number
}

const most = 24
const longestSrc = 4096
/** Bytes of one picture, and of all of an article. */
const largest = 2 * 1024 * 1024
const mostBytes = 12 * 1024 * 1024

/** Takes pictures one after another, each address once, until there are enough. */
export async function takePictures(pairs: readonly Pair[]): Promise<Taken> {
  const pictures: Taken['pictures'][number][] = []
  const seen = new Set<string>()
  let left = 0
  let room = mostBytes
  for (const { src, shown } of pairs) {
    if (seen.has(src)) continue
    seen.add(src)
    const picture = src === '' || src.length > longestSrc || pictures.length === most ? null : await readPicture(shown, src)
    if (picture === null || picture.blob.size > Math.min(largest, room)) {
      left += 1
      continue
    }
    room -= picture.blob.size
    const { blob, width, height } = picture
    pictures.push({ src, type: blob.type, width, height, data: await toBase64(blob) })
  }
  return { pictures, left }
}

function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? (reader.result.split(',', 2)[1] ?? '') : '')
    reader.onerror = () => reject(reader.error ?? new Error('not read'))
    reader.readAsDataURL(blob)
  })
}
