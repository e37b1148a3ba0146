import { paywallElements, sourceOf } from '../paywall'
import type { Kept } from './document'
import { takePictures } from './take'

/** The pictures of a piece that was put into its tag: its text is known already. Null where it is not there. */
export async function keepFragment(page: Document, url: string): Promise<Kept | null> {
  const images = paywallElements(page)
    .filter((tag) => sourceOf(tag)?.split('#', 1)[0] === url)
    .flatMap((tag) => Array.from(tag.querySelectorAll('img')))
  const taken = await takePictures(images.map((shown) => ({ src: shown.src, shown })))
  return { html: null, byline: null, lang: null, dir: null, ...taken }
}
