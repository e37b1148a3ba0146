/**
 * The card's whole style sheet. In a shadow root an `!important` rule on `:host` beats everything a page can say about
 * the host, so a page can neither restyle nor move it. Sizes are in px: a page's font size must not reach in.
 * Colours are those of src/ui/shared/tokens.css.
 */
export const style = `
:host {
  all: initial !important;
  position: fixed !important;
  right: 16px !important;
  bottom: 16px !important;
  z-index: 2147483647 !important;
  display: block !important;
  direction: ltr !important;
  unicode-bidi: isolate !important;
  color-scheme: light dark !important;
}
@media print { :host { display: none !important } }
[hidden] { display: none !important }

aside {
  --paper: #fbf8f3; --card: #ffffff; --ink: #211c14; --quiet: #6a6254; --hairline: #e7e0d3;
  --copper: #9a4f16; --copper-pressed: #7f3f0f; --on-copper: #ffffff; --good: #2e6b3e; --care: #8a5a00;
  --shadow: 0 1px 2px rgb(33 28 20 / 10%), 0 8px 28px rgb(33 28 20 / 16%);
  --serif: ui-serif, Georgia, 'Noto Serif', 'Liberation Serif', serif;
  box-sizing: border-box;
  width: 320px; max-width: calc(100vw - 32px); max-height: calc(100vh - 32px);
  overflow: auto; overscroll-behavior: contain;
  padding: 12px 16px 12px;
  border: 1px solid var(--hairline); border-radius: 12px;
  background: var(--card); color: var(--ink); box-shadow: var(--shadow);
  font: 14px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  text-align: start; user-select: none; -webkit-user-select: none; cursor: default;
  animation: arrive 180ms ease-out;
}
aside:lang(ko) { word-break: keep-all }
@media (prefers-color-scheme: dark) {
  aside {
    --paper: #17150f; --card: #211e17; --ink: #f1ebdf; --quiet: #a89f8e; --hairline: #353026;
    --copper: #e29a5b; --copper-pressed: #f0b27c; --on-copper: #17150f; --good: #7cc58c; --care: #e9b44c;
    --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 8px 28px rgb(0 0 0 / 44%);
  }
}
@keyframes arrive { from { opacity: 0; transform: translateY(8px) } }
@keyframes turn { to { transform: rotate(1turn) } }

header { display: flex; align-items: center; gap: 8px; margin-inline-end: -8px }
.who { flex: 1; min-width: 0; overflow: hidden; color: var(--quiet); font-size: 12px; white-space: nowrap; text-overflow: ellipsis }
.mark { flex: none; width: 24px; height: 24px }
.mark-coin { fill: var(--copper) }
.mark-wren { fill: var(--card) }
.mark-legs { fill: none; stroke: var(--card); stroke-width: 2.5; stroke-linecap: round }
.mark-ring { display: none; fill: none; stroke: var(--copper); stroke-width: 3; stroke-linecap: round; stroke-dasharray: 60 140; transform-origin: 50% 50% }
[data-state='loading'] .mark-ring, [data-state='working'] .mark-ring { display: block; animation: turn 1.1s linear infinite }
[data-state='loading'] .mark-bird, [data-state='working'] .mark-bird { transform: scale(0.84); transform-origin: 50% 50% }

.title {
  margin: 8px 0 0; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3;
  font: 600 16px/1.35 var(--serif); overflow-wrap: anywhere; text-wrap: pretty;
}
.price { margin: 8px 0 0; font: 28px/1.2 var(--serif); font-variant-numeric: tabular-nums lining-nums }
.sentence { margin: 8px 0 0; overflow-wrap: anywhere }
[data-state='done'] .sentence { color: var(--good) }
[data-state='refused'] .sentence { color: var(--care) }
.lines { margin: 8px 0 0; padding: 8px 0 0; border-top: 1px solid var(--hairline); font-size: 12px }
.lines div { display: flex; justify-content: space-between; gap: 16px; padding: 2px 0 }
dt { color: var(--quiet) }
dd { margin: 0; text-align: end; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
.keep { margin: 8px 0 0; color: var(--quiet); font-size: 12px }

button { appearance: none; margin: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer }
button:focus-visible { outline: 2px solid var(--copper); outline-offset: 2px }
.action {
  width: 100%; min-height: 40px; margin-top: 12px; padding: 8px 12px; border-radius: 6px;
  background: var(--copper); color: var(--on-copper); font-weight: 600; transition: background-color 120ms ease-out;
}
.action:hover, .action:active { background: var(--copper-pressed) }
.why {
  display: block; margin: 6px 0 0 -4px; padding: 4px; border-radius: 6px; color: var(--quiet); font-size: 12px;
  text-decoration: underline; text-decoration-color: var(--hairline); text-underline-offset: 3px;
}
.why:hover { color: var(--ink); text-decoration-color: currentcolor }
.answer { margin: 2px 0 4px; color: var(--quiet); font-size: 12px }
.away { flex: none; width: 32px; height: 32px; border-radius: 6px; color: var(--quiet) }
.away:hover { background: var(--paper); color: var(--ink) }
.away svg { display: block; width: 12px; height: 12px; margin: auto; stroke: currentcolor; stroke-width: 1.5; stroke-linecap: round }

.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }

@media (prefers-reduced-motion: reduce) {
  aside, .mark-ring { animation: none !important }
  .action { transition: none }
}
@media (forced-colors: active) {
  .action { border: 1px solid ButtonText }
}
`
