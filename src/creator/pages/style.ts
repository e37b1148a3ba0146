/** The look of the shop's own pages: paper, ink, one warm metal. */
export const style = `:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf8f3, #17150f);
  --card: light-dark(#fff, #211e17);
  --ink: light-dark(#211c14, #f1ebdf);
  --quiet: light-dark(#6a6254, #a89f8e);
  --line: light-dark(#e7e0d3, #353026);
  --copper: light-dark(#9a4f16, #e29a5b);
  --care: light-dark(#8a5a00, #e9b44c);
  --serif: ui-serif, Georgia, serif;
}
* {
  box-sizing: border-box;
}
html {
  font: 1rem/1.5 system-ui, sans-serif;
  background: var(--paper);
  color: var(--ink);
}
body {
  margin: 0;
  min-height: 100vh;
  display: grid;
  place-items: center;
  padding: 1.5rem 1rem;
}
main {
  width: min(100%, 34rem);
  padding: clamp(1.5rem, 6vw, 3rem);
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 12px;
  box-shadow: 0 1px 2px rgb(0 0 0 / 6%), 0 8px 24px rgb(0 0 0 / 5%);
}
.shop {
  margin: 0 0 0.5rem;
  color: var(--quiet);
}
h1 {
  margin: 0;
  font: 500 1.75rem/1.2 var(--serif);
  text-wrap: balance;
  overflow-wrap: anywhere;
}
.price {
  margin: 0;
  font: 500 2.5rem/1.1 var(--serif);
  font-variant-numeric: tabular-nums lining-nums;
}
p {
  margin: 0 0 1rem;
  text-wrap: pretty;
}
.said {
  margin: 1.25rem 0 0;
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-left: 3px solid var(--care);
  border-radius: 6px;
}
pay-wall {
  display: block;
  margin: 1.5rem 0 1rem;
}
h2 {
  margin: 1.5rem 0 0.5rem;
  font: 600 1rem/1.4 system-ui, sans-serif;
}
ul {
  margin: 0;
  padding-left: 1.1rem;
  color: var(--quiet);
}
li + li {
  margin-top: 0.5rem;
}
b {
  color: var(--ink);
  font-weight: 600;
}
a {
  color: var(--copper);
  text-underline-offset: 0.2em;
}
:focus-visible {
  outline: 2px solid var(--copper);
  outline-offset: 3px;
  border-radius: 2px;
}
.back {
  margin: 1.75rem 0 0;
}
h1 + p {
  margin-top: 1rem;
}
`
