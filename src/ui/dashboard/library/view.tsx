import type { PageProps } from '../page'
import { Article } from './article'
import { Library as Shelves } from './shelf'

/** Everything the reader owns to read, or one article of it. */
export function Library({ detail }: PageProps) {
  return detail === null ? <Shelves /> : <Article key={detail} id={detail} />
}
