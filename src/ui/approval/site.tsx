import type { ApprovalQuote } from '../../messaging/views'
import { Mark } from '../shared/mark'
import { en as words } from '../words/en'

const loopback = /^(?:.+\.)?localhost(?::\d+)?$|^127\.0\.0\.1(?::\d+)?$|^\[::1\](?::\d+)?$/

/** How the browser vouches for who is asking. */
export function connection({ host, secure }: ApprovalQuote['site']): { readonly sentence: string; readonly care: boolean } {
  if (secure) return { sentence: words.approval.secure, care: false }
  return loopback.test(host) ? { sentence: words.approval.thisComputer, care: false } : { sentence: words.approval.open, care: true }
}

/** Who asks, and how far that is certain. */
export function Site({ site }: { readonly site: ApprovalQuote['site'] }) {
  const { sentence, care } = connection(site)
  return (
    <header class="site">
      <Mark />
      <p class="site-name">
        <strong>{site.host}</strong> <span class={`small ${care ? 'care' : 'quiet'}`}>{sentence}</span>
      </p>
    </header>
  )
}
