/** The place in a list that an address names, from 0; null where it names none. */
export function readPlace(query: string): number | null {
  const text = new URLSearchParams(query).get('at')
  return text !== null && /^[0-9]{1,9}$/.test(text) ? Number(text) : null
}
