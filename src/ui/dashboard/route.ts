import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

/** A place in the dashboard: "#/history/<id>?q=bread" is page "history", detail "<id>", query "q=bread". */
export interface Route {
  readonly page: string
  readonly detail: string | null
  /** What the page is asked for beside its name, as in the address; empty for nothing. */
  readonly query: string
}

/** Reads the part of an address after "#"; what follows a "?" is the page's own. Anything unknown is the first page. */
export function parseRoute(hash: string, pages: readonly string[]): Route {
  const [, path = '', query = ''] = /^#?\/?([^?]*)\??(.*)$/s.exec(hash) ?? []
  const [page = '', detail = ''] = path.split('/')
  if (!pages.includes(page)) return { page: pages[0] ?? '', detail: null, query: '' }
  return { page, detail: detail === '' ? null : detail, query }
}

export function hrefOf(page: string, detail: string | null = null, query = ''): string {
  return `#/${page}${detail === null ? '' : `/${detail}`}${query === '' ? '' : `?${query}`}`
}

/** Changes the address in its place: no step for the browser's way back. Whoever follows the address hears of it. */
export function replaceHash(hash: string): void {
  history.replaceState(history.state, '', hash)
  dispatchEvent(new HashChangeEvent('hashchange'))
}

/** The place the address names, now and after every change of it. */
export function useRoute(pages: readonly string[]): Route {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const read = () => setHash(location.hash)
    // It may have changed since the first rendering.
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  return parseRoute(hash, pages)
}

const withoutQuery = (hash: string): string => hash.replace(/\?.*$/s, '')

/** What a locked wallet's reader was looking for is not for the address to tell: it is taken out of it, and put back afterwards. */
export function useQuietAddress(): void {
  useLayoutEffect(() => {
    let asked = ''
    const hush = () => {
      if (location.hash === withoutQuery(asked)) return
      asked = location.hash
      history.replaceState(history.state, '', withoutQuery(asked))
    }
    hush()
    // By the browser's way back, which stays open.
    addEventListener('hashchange', hush)
    return () => {
      removeEventListener('hashchange', hush)
      if (asked !== location.hash) replaceHash(asked)
    }
  }, [])
}
