import { locale } from '../../../platform/locale'
import type { PageProps } from '../page'
import { textIds } from './bundled'
import { TextPage } from './text-page'
import { Rules } from './view'

/** How Farthing decides, and the texts that hold between it and its reader. */
export function PolicyPages({ detail, query }: PageProps) {
  const id = textIds.find((one) => one === detail)
  return id === undefined ? <Rules /> : <TextPage id={id} language={query === '' ? locale() : query} />
}
