import type { Article } from './article'

/** A newspaper as a reader knows it: its name, its look, and what stands on its front page. */
export interface Paper {
  readonly name: string
  readonly motto: string
  /** Selects the colours in style.css. */
  readonly look: 'lantern' | 'harbour' | 'guests'
  /** SVG, drawn beside the name. */
  readonly mark: string
  readonly foot: string
  /** The first one leads. */
  readonly front: readonly Article[]
}

/** A storm lantern, lit. */
export const lanternMark = `<svg viewBox="0 0 40 56" aria-hidden="true">
<g fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">
<path d="M11 15C11 3 29 3 29 15"/><path d="M12 16h16l3 6H9z" fill="currentColor"/>
<path d="M10 24c-3 7-3 13 0 20h20c3-7 3-13 0-20"/><path d="M8 46h24l2 7H6z" fill="currentColor"/></g>
<path d="M20 27c5 6 7 9 4 13-2 2.6-6 2.6-8 0-3-4 0-6 4-13z" fill="#e59a2f"/></svg>`

/** A channel buoy on the water. */
export const buoyMark = `<svg viewBox="0 0 44 56" aria-hidden="true">
<g fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">
<path d="M22 5v7M15 14h14l4 26H11z"/><path d="M14 22h16M13 31h18"/><path d="M3 44c5-4 8-4 12.5 0s8 4 12.5 0 8-4 13 0"/></g>
<circle cx="22" cy="5" r="3.4" fill="currentColor"/></svg>`

/** An open book, and a name in it. */
export const bookMark = `<svg viewBox="0 0 60 56" aria-hidden="true">
<g fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">
<path d="M30 16C22 9 12 9 4 11v34c8-2 18-2 26 5 8-7 18-7 26-5V11c-8-2-18-2-26 5z"/><path d="M30 16v33M11 22c4-1 8-1 12 1M11 30c4-1 8-1 12 1"/></g>
<path d="M36 34c5-9 8-9 6-1-1 5 5-4 7 0" fill="none" stroke="#7aa23a" stroke-width="2.8" stroke-linecap="round"/></svg>`
