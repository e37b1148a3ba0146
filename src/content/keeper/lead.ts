/** A picture at the head of an article is at least so wide, in pixels. */
const narrowest = 400
const longestCaption = 1000

/**
 * The picture at the head of an article, which Readability leaves behind where it stands beside the text and not in it. Null
 * where the article has it, or has none.
 * @param article what Readability found
 * @param shown pictures of the page, in document order
 * @param taken whether a picture is in the article
 */
export function leadPicture(article: Element, shown: readonly HTMLImageElement[], taken: (image: HTMLImageElement) => boolean): { readonly image: HTMLImageElement; readonly figure: Element } | null {
  const first = shown.find((image) => image.naturalWidth >= narrowest && image.closest('article, main') !== null && image.closest('nav, aside, footer') === null)
  if (first === undefined || taken(first)) return null
  const { ownerDocument } = article
  const figure = ownerDocument.createElement('figure')
  const image = ownerDocument.createElement('img')
  image.setAttribute('src', first.currentSrc)
  image.setAttribute('alt', first.alt)
  figure.append(image)
  const text = first.closest('figure')?.querySelector('figcaption')?.textContent.trim().slice(0, longestCaption) ?? ''
  if (text !== '') figure.append(Object.assign(ownerDocument.createElement('figcaption'), { textContent: text }))
  return { image: first, figure }
}
