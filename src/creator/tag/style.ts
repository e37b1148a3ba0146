/**
 * How the tag looks by itself: in the page's own ink on the page's own paper, with one button of copper. Pages change it with the
 * variables named here and with `::part(panel | price | terms | message | action | note)`.
 */
export const style = `
:host { display: block; }
:host([hidden]) { display: none; }
[hidden] { display: none !important; }
[part=panel] {
  --copper: var(--pay-wall-accent, #9a4f16);
  --on-copper: var(--pay-wall-on-accent, #fff);
  --hairline: var(--pay-wall-line, color-mix(in srgb, currentColor 28%, transparent));
  margin-block: 1.5rem;
  padding-block: 1.25rem;
  border-block: 1px solid var(--hairline);
  font-family: var(--pay-wall-font, system-ui, sans-serif);
  font-size: 1rem;
  line-height: 1.45;
  text-indent: 0;
  text-align: start;
}
p { margin: 0 0 .5rem; text-indent: 0; }
p:last-child { margin-bottom: 0; }
[part=price] {
  font-family: var(--pay-wall-price-font, ui-serif, Georgia, serif);
  font-size: 1.75rem;
  line-height: 1.2;
  font-variant-numeric: tabular-nums;
  margin-bottom: .25rem;
}
[part=actions] { display: flex; flex-wrap: wrap; gap: .5rem; margin-block-start: 1rem; }
[part~=action] {
  display: inline-flex;
  align-items: center;
  gap: .5rem;
  min-height: 44px;
  padding: .5rem 1rem;
  font: inherit;
  color: inherit;
  background: transparent;
  border: 1px solid color-mix(in srgb, currentColor 60%, transparent);
  border-radius: 6px;
  cursor: pointer;
}
[part~=primary] { color: var(--on-copper); background: var(--copper); border-color: var(--copper); font-weight: 600; }
[part~=action]:hover { border-color: currentColor; }
:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
[part=message]:focus { outline: none; }
img { width: 20px; height: 20px; border-radius: 4px; }
[part~=note] { margin-block-start: .75rem; font-size: .875rem; overflow-wrap: anywhere; }
[part=link] { margin-block-start: .75rem; }
[part=elsewhere] { font-size: .875rem; }
a { color: inherit; }
.said { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@supports (color: light-dark(#000, #fff)) {
  [part=panel] {
    --copper: var(--pay-wall-accent, light-dark(#9a4f16, #e29a5b));
    --on-copper: var(--pay-wall-on-accent, light-dark(#fff, #17150f));
  }
}
@media (forced-colors: active) {
  [part~=action] { border-color: ButtonText; }
}
`
