import { paths } from '../options'

/** A page’s own path and query, each place written in one way: letters that need no escape have none. */
export function placeOf(url: URL): string {
  const plain = url.pathname.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(character) ? character : code.toUpperCase()
  })
  return plain + url.search
}

export const partAddress = (place: string, number: number): string => `${paths.parts}/${number}${place}`
