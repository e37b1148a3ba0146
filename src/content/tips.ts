/**
 * Looks for where a page wants tips sent, and tells the worker. Injected when the reader opens the popup on a page: no other page
 * is ever looked at like this. Nothing is asked of that place until the reader presses the button.
 */
import { isFundingManifest, longestHref, longestTitle, mostOfKind, tipMarks } from '../core/protocols/tips/detect'
import { send } from '../messaging/client'

type Mark = HTMLLinkElement | HTMLAnchorElement

const marked = (selector: string, isMeant: (mark: Mark) => boolean = () => true): readonly Mark[] =>
  [...document.querySelectorAll<Mark>(selector)].filter(isMeant).slice(0, mostOfKind)

if (window === window.top) {
  const marks = [...marked(tipMarks.payment), ...marked(tipMarks.account), ...marked(tipMarks.manifest, ({ href }) => isFundingManifest(href))]
    .map((mark) => ({ href: mark.getAttribute('href') ?? '', title: (mark.title || mark.textContent).slice(0, longestTitle) }))
    .filter(({ href }) => href.length <= longestHref)
  if (marks.length > 0) void send('page.tips', { marks })
}
