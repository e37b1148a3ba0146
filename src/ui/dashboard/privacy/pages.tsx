import type { PageProps } from '../page'
import { Export } from './export/view'
import { Privacy } from './view'

/** What Farthing knows of the reader, and the way to take it along. */
export function PrivacyPages({ detail }: PageProps) {
  return detail === 'export' ? <Export /> : <Privacy />
}
