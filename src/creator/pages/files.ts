import { stylePath } from '../frame/page'
import { style } from '../frame/style'
import { paths, type Routes } from '../options'

/** Reads a script for browsers. @returns null where it has not been built */
export type ReadScript = (name: 'pay-wall.js' | 'pay-wall-worker.js') => Promise<string | null>

/** The files that pages of a shop load from it. */
export function fileRoutes(read: ReadScript): Routes {
  return async (request) => {
    const { pathname } = new URL(request.url)
    const name = pathname === paths.script ? 'pay-wall.js' : pathname === paths.worker ? 'pay-wall-worker.js' : null
    if (name === null && pathname !== stylePath) return null
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response('Only GET and HEAD.', { status: 405, headers: { Allow: 'GET, HEAD' } })
    const text = name === null ? style : await read(name)
    if (text === null) return new Response('This shop was put up without its scripts.', { status: 404 })
    const headers = {
      'Content-Type': `${name === null ? 'text/css' : 'text/javascript'}; charset=utf-8`,
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      // For each page its worker is registered for that page alone, wherever on the site it is.
      ...(pathname === paths.worker && { 'Service-Worker-Allowed': '/' }),
    }
    return new Response(request.method === 'HEAD' ? null : text, { headers })
  }
}
