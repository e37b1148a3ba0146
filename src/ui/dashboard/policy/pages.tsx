import type { PageProps } from '../page'
import { Promises } from './promises-view'
import { Rules } from './view'

/** How Farthing decides, and what can be counted on. */
export function PolicyPages({ detail }: PageProps) {
  return detail === 'promises' ? <Promises /> : <Rules />
}
