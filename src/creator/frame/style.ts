/** Of every page that the shop shows itself: paper, ink, one warm metal. A text, so that it travels with whatever the kit is bundled by. */
export const style = `:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf8f3, #17150f);
  --card: light-dark(#ffffff, #211e17);
  --ink: light-dark(#211c14, #f1ebdf);
  --quiet: light-dark(#6a6254, #a89f8e);
  --hairline: light-dark(#e7e0d3, #353026);
  --edge: light-dark(#8d8473, #7d7462);
  --copper: light-dark(#9a4f16, #e29a5b);
  --on-copper: light-dark(#ffffff, #17150f);
  --good: light-dark(#2e6b3e, #7cc58c);
  --care: light-dark(#8a5a00, #e9b44c);
  --stop: light-dark(#a3261b, #ff8a7a);
  --serif: ui-serif, Georgia, 'Times New Roman', serif;
}
* { box-sizing: border-box; }
html { font: 16px/1.45 system-ui, sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; }
a { color: var(--copper); text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--copper); outline-offset: 2px; }
h1, h2, h3 { margin: 0; font-family: var(--serif); font-weight: 500; line-height: 1.2; }
h1 { font-size: 28px; }
h2 { font-size: 20px; }
h3 { font-size: 16px; }
p, dl, ul, ol { margin: 0; }
ul, ol { padding-inline-start: 20px; }
small, .quiet { color: var(--quiet); font-size: 14px; }
.skip { position: absolute; inset-inline-start: -999px; }
.skip:focus { inset: 8px auto auto 8px; padding: 8px 12px; background: var(--card); }

.sheet { display: grid; gap: 20px; width: min(100%, 560px); margin: 0 auto; padding: 64px 24px; }
.sheet > .card { display: grid; gap: 16px; }
.sheet > section { display: grid; gap: 8px; }
.kicker { color: var(--quiet); font-size: 14px; }
.card { padding: 20px; border: 1px solid var(--hairline); border-radius: 12px; background: var(--card); }
.amounts { display: flex; flex-wrap: wrap; gap: 12px; padding: 0; list-style: none; }
.amount { display: inline-block; min-width: 88px; padding: 12px 20px; border: 1px solid var(--edge); border-radius: 6px; background: var(--card); color: var(--ink); font: 500 20px/1.2 var(--serif); font-variant-numeric: tabular-nums; text-align: center; text-decoration: none; }
.amount:hover { border-color: var(--copper); }
.figure { font: 500 40px/1.1 var(--serif); font-variant-numeric: tabular-nums; }
.note { padding-inline-start: 12px; border-inline-start: 3px solid var(--hairline); font-family: var(--serif); white-space: pre-wrap; }

.top { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 24px; padding: 16px 32px; border-bottom: 1px solid var(--hairline); }
.top strong { font: 500 20px/1.2 var(--serif); }
.top nav { display: flex; flex: 1; flex-wrap: wrap; gap: 4px; }
.top nav a { padding: 8px 12px; border-radius: 6px; color: var(--ink); text-decoration: none; }
.top nav a:hover { background: var(--card); }
.top nav a[aria-current] { background: var(--card); box-shadow: inset 0 -3px 0 var(--copper); font-weight: 600; }
.count { margin-inline-start: 6px; padding: 0 7px; border: 1px solid var(--care); border-radius: 999px; color: var(--care); font-size: 12px; font-weight: 600; font-variant-numeric: tabular-nums; }
main.desk { display: grid; gap: 24px; max-width: 960px; margin: 0 auto; padding: 32px 32px 64px; }
main.desk > section, .stack { display: grid; gap: 12px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 16px; }
.tile { display: grid; gap: 4px; align-content: start; }
.tile .figure { font-size: 28px; }
.notice { padding: 12px 16px; border: 1px solid var(--hairline); border-inline-start: 3px solid var(--good); border-radius: 6px; background: var(--card); }
.notice.care { border-inline-start-color: var(--care); }
.notice.stop { border-inline-start-color: var(--stop); }
.empty { padding: 32px 20px; border: 1px dashed var(--hairline); border-radius: 12px; color: var(--quiet); text-align: center; }

table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th { color: var(--quiet); font-size: 14px; font-weight: 400; text-align: start; }
th, td { padding: 10px 12px 10px 0; border-bottom: 1px solid var(--hairline); vertical-align: top; }
.money { padding-inline-end: 0; text-align: end; white-space: nowrap; }
td.money { font-family: var(--serif); }
.pill { display: inline-block; padding: 0 8px; border: 1px solid currentcolor; border-radius: 999px; color: var(--quiet); font-size: 12px; font-weight: 600; line-height: 20px; white-space: nowrap; }
.pill.good { color: var(--good); }
.pill.care { color: var(--care); }
.pill.stop { color: var(--stop); }
.bar { display: block; height: 6px; border: 0; border-radius: 3px; background: var(--hairline); accent-color: var(--copper); width: 100%; appearance: none; }
.bar::-webkit-progress-bar { border-radius: 3px; background: var(--hairline); }
.bar::-webkit-progress-value { border-radius: 3px; background: var(--copper); }
.bar::-moz-progress-bar { border-radius: 3px; background: var(--copper); }

.case { display: grid; gap: 12px; }
.case header { display: grid; gap: 4px; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; font-size: 14px; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; }
pre { margin: 0; max-height: 320px; padding: 12px; overflow: auto; border: 1px solid var(--hairline); border-radius: 6px; background: var(--paper); font: 12px/1.45 ui-monospace, monospace; white-space: pre-wrap; }
summary { cursor: pointer; }
details[open] > summary { margin-bottom: 12px; }

form { display: grid; gap: 12px; justify-items: start; }
form.line { display: flex; flex-wrap: wrap; align-items: end; gap: 12px; }
label { display: grid; gap: 4px; font-size: 14px; }
input, select, textarea { max-width: 100%; min-height: 40px; padding: 8px 10px; border: 1px solid var(--edge); border-radius: 6px; background: var(--card); color: var(--ink); font: inherit; font-size: 16px; }
textarea { width: min(100%, 480px); }
label:has(textarea) { width: 100%; }
button, .button { display: inline-block; min-height: 40px; padding: 8px 16px; border: 1px solid var(--edge); border-radius: 6px; background: var(--card); color: var(--ink); font: 500 16px/1.4 system-ui, sans-serif; cursor: pointer; text-decoration: none; }
button:hover, .button:hover { border-color: var(--copper); }
button.primary, .button.primary { border-color: var(--copper); background: var(--copper); color: var(--on-copper); }
button.plain { padding-inline: 4px; border-color: transparent; background: none; color: var(--copper); }
.pager { display: flex; gap: 16px; align-items: center; }

@media (max-width: 640px) {
  .sheet { padding: 32px 16px; }
  .top { padding: 12px 16px; }
  .top strong { flex: 1; }
  .top nav { flex-basis: 100%; order: 3; margin-inline: -8px; }
  .top nav a { padding: 8px; }
  main.desk { padding: 24px 16px 48px; }
  table, tbody, tr, td { display: block; }
  thead { position: absolute; clip-path: inset(50%); }
  tr { display: grid; grid-template-columns: 1fr auto; gap: 0 12px; padding: 12px 0; border-bottom: 1px solid var(--hairline); }
  td { padding: 2px 0; border: 0; }
  td:not(.money) { grid-column: 1; }
  td.money { grid-row: 1; grid-column: 2; }
  form.line label, form.line input:not([type=date]) { width: 100%; }
}
@media (prefers-reduced-motion: no-preference) {
  a, button, .amount { transition: border-color 120ms ease-out, background-color 120ms ease-out; }
}
@media (forced-colors: active) {
  .top nav a[aria-current] { outline: 2px solid; }
  button.primary { border-width: 2px; }
}
@media print {
  .top nav, form { display: none; }
}
`
