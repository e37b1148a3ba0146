import * as v from 'valibot'
import { longestPictureUrl, longestText, mostPictures, pictureTypes, type NewCopy } from '../../store/copies'
import { fromBase64 } from '../../vault/bytes'

/** What one picture may take, in bytes. */
const largestPicture = 2 * 1024 * 1024
/** What the pictures of one article may take together, in bytes. */
const mostBytes = 12 * 1024 * 1024
const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4

const side = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(10_000))
const picture = v.strictObject({
  src: v.pipe(v.string(), v.maxLength(longestPictureUrl)),
  type: v.picklist(pictureTypes),
  width: side,
  height: side,
  data: v.pipe(v.string(), v.maxLength(base64Length(largestPicture))),
})
const page = v.strictObject({
  html: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(longestText))),
  byline: v.nullable(v.pipe(v.string(), v.maxLength(300))),
  lang: v.nullable(v.pipe(v.string(), v.maxLength(35))),
  dir: v.nullable(v.picklist(['ltr', 'rtl'])),
  pictures: v.pipe(v.array(picture), v.maxLength(mostPictures)),
  left: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100_000)),
})

/**
 * Reads what the keeper brought out of a page: it ran beside the page's own scripts, and what it read was theirs. Null for
 * anything that is not exactly of its shape and within its bounds.
 * @param at milliseconds since 1970
 */
export function readKeptPage(brought: unknown, at: number): NewCopy | null {
  const read = v.safeParse(page, brought)
  if (!read.success) return null
  const { html, pictures, byline, lang, dir, left } = read.output
  const decoded = pictures.flatMap(({ data, ...known }) => {
    const bytes = fromBase64(data)
    return bytes === null ? [] : [{ ...known, bytes }]
  })
  const size = decoded.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (decoded.length < pictures.length || size > mostBytes) return null
  return { card: { savedAt: at, byline, lang, dir, left }, html, pictures: decoded }
}
