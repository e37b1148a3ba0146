/**
 * Brings what was bought out of a page, so that it can be kept on this device. Put into a tab only once something that was bought
 * has come there; it changes nothing in the page, and runs where its scripts cannot see it.
 */
import { keepDocument } from './keeper/document'
import { keepFragment } from './keeper/fragment'

/** What is wanted, as the worker says it. */
interface Wanted {
  readonly kind: 'document' | 'fragment'
  readonly url: string
}

const keep = ({ kind, url }: Wanted) => (window === window.top ? (kind === 'document' ? keepDocument(document, url) : keepFragment(document, url)) : null)

Object.assign(globalThis, { [Symbol.for('farthing.keeper')]: keep })
