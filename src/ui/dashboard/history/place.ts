/** Where a reader was in a list. */
export interface Place {
  /** How far the page was scrolled, in pixels; null where only the row is known. */
  readonly top: number | null
  /** The row they were at. */
  readonly at: number
}

/** Keeps the place with this step of the browser's way back, and with nothing else. */
export function keepPlace(place: Place): void {
  history.replaceState({ ...stateOf(), place }, '')
}

/** What was kept with this step, or null. */
export function keptPlace(): Place | null {
  const place = stateOf()['place']
  if (typeof place !== 'object' || place === null || !('top' in place) || !('at' in place)) return null
  return typeof place.top === 'number' && typeof place.at === 'number' ? { top: place.top, at: place.at } : null
}

function stateOf(): Record<string, unknown> {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null ? { ...state } : {}
}
