import { useEffect, useState } from 'preact/hooks'

/** A place in the dashboard: "#/history/<id>" is page "history", detail "<id>". */
export interface Route {
  readonly page: string
  readonly detail: string | null
}

/** Reads the part of an address after "#"; what follows a "?" is the page's own. Anything unknown is the first page. */
export function parseRoute(hash: string, pages: readonly string[]): Route {
  const [page = '', detail = ''] = hash.replace(/^#\/?|\?.*$/gs, '').split('/')
  if (!pages.includes(page)) return { page: pages[0] ?? '', detail: null }
  return { page, detail: detail === '' ? null : detail }
}

export function hrefOf(page: string, detail?: string): string {
  return detail === undefined ? `#/${page}` : `#/${page}/${detail}`
}

/** The place the address names, now and after every change of it. */
export function useRoute(pages: readonly string[]): Route {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const read = () => setHash(location.hash)
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  return parseRoute(hash, pages)
}
