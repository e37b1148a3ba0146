/**
 * Looks for where a page wants tips sent, and tells the worker. Injected when the reader opens the popup on a page: no other page
 * is ever looked at like this. Nothing is asked of that place until the reader presses the button.
 */
import { longestHref, longestTitle, mostMarks, tipMarks } from '../core/protocols/tips/detect'
import { send } from '../messaging/client'

if (window === window.top) {
  const marks = tipMarks
    .flatMap((selector) => [...document.querySelectorAll<HTMLLinkElement | HTMLAnchorElement>(selector)].slice(0, mostMarks / 2))
    .map((place) => ({ href: place.getAttribute('href') ?? '', title: (place.title || place.textContent).slice(0, longestTitle) }))
    .filter(({ href }) => href.length <= longestHref)
    .slice(0, mostMarks)
  if (marks.length > 0) void send('page.tips', { marks })
}
