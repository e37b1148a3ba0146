/** The longest side of a picture that is kept, in pixels: as large as a reader's page shows it on a fine screen. */
const longestSide = 1600
const quality = 0.82
/** How long one picture may take, in milliseconds. */
const picturePatienceMs = 4_000
/** The largest file that is read again, in bytes. */
const largestFile = 10 * 1024 * 1024

export interface Picture {
  readonly blob: Blob
  readonly width: number
  readonly height: number
}

/** Waits until the page has loaded, or for so long. */
export function settled(page: Document, patienceMs: number): Promise<void> {
  return page.readyState === 'complete' ? Promise.resolve() : within(patienceMs, (done) => addEventListener('load', done, { once: true }))
}

/**
 * What a picture shows, painted anew: from the page's own pixels, which asks nobody for anything. Where another site's pixels may
 * not be read, or the page has not come to load it, the file is read once more, out of the browser's cache where it can be, and
 * only from where this page has loaded something before. Null where it cannot be had.
 */
export async function readPicture(shown: HTMLImageElement, src: string): Promise<Picture | null> {
  // One that waits to be scrolled to would be waited for in vain.
  if (!shown.complete && shown.loading !== 'lazy') await within(picturePatienceMs, (done) => shown.addEventListener('load', done, { once: true }))
  const isThere = shown.complete && shown.naturalWidth > 0
  return (isThere ? await paint(shown, shown.naturalWidth, shown.naturalHeight) : null) ?? (await readAgain(src))
}

async function paint(source: CanvasImageSource, naturalWidth: number, naturalHeight: number): Promise<Picture | null> {
  const scale = Math.min(1, longestSide / Math.max(naturalWidth, naturalHeight))
  const width = Math.max(1, Math.round(naturalWidth * scale))
  const height = Math.max(1, Math.round(naturalHeight * scale))
  try {
    const canvas = new OffscreenCanvas(width, height)
    canvas.getContext('2d')?.drawImage(source, 0, 0, width, height)
    return { blob: await canvas.convertToBlob({ type: 'image/webp', quality }), width, height }
  } catch {
    // Another site's pixels.
    return null
  }
}

async function readAgain(src: string): Promise<Picture | null> {
  if (!URL.canParse(src) || !originsOf(performance).has(new URL(src).origin)) return null
  try {
    const response = await fetch(src, { cache: 'force-cache', redirect: 'error', signal: AbortSignal.timeout(picturePatienceMs) })
    const isSmall = Number(response.headers.get('content-length') ?? 0) <= largestFile
    if (!response.ok || !isSmall || !/^image\//.test(response.headers.get('content-type') ?? '')) return null
    const file = await response.blob()
    if (file.size > largestFile) return null
    const bitmap = await createImageBitmap(file)
    return await paint(bitmap, bitmap.width, bitmap.height)
  } catch {
    return null
  }
}

/** Where this page has loaded something from. */
function originsOf(timing: Performance): ReadonlySet<string> {
  const loaded = timing.getEntriesByType('resource').map(({ name }) => (URL.canParse(name) ? new URL(name).origin : ''))
  return new Set([location.origin, ...loaded])
}

function within(patienceMs: number, start: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs)
    start(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
