/**
 * Looks for where a page wants tips sent, and tells the worker. Injected when the reader opens the popup on a page: no other page
 * is ever looked at like this. Nothing is asked of that place until the reader presses the button.
 */
import { longestHref, longestTitle, mostMarks } from '../core/tips/target'
import { send } from '../messaging/client'

if (window === window.top) {
  const all = (selector: string) => [...document.querySelectorAll<HTMLLinkElement | HTMLAnchorElement>(selector)].slice(0, mostMarks)
  // A place that can be asked comes before an account that cannot.
  const places = [...all('link[rel~="payment" i][href], a[rel~="payment" i][href]'), ...all('a[href^="ethereum:" i]')]
  const marks = places
    .map((place) => ({ href: place.getAttribute('href') ?? '', title: (place.title || place.textContent).slice(0, longestTitle) }))
    .filter(({ href }) => href.length <= longestHref)
    .slice(0, mostMarks)
  if (marks.length > 0) void send('page.tips', { marks })
}
