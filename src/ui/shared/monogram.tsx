/** Colours of tokens.css that mean nothing by themselves beside a name. */
const colours = 4

/** A site's mark, made of its own name: no site, and nobody else, is asked for a picture. It says nothing that the name does not. */
export function Monogram({ host }: { readonly host: string }) {
  return (
    <span class={`monogram monogram-${String(colourOf(host))}`} aria-hidden="true">
      {letterOf(host)}
    </span>
  )
}

/** The first letter or digit that a reader would call the site by. */
export function letterOf(host: string): string {
  const named = host.replace(/^www\d?\./, '').replace(/^xn--/, '')
  return (/[\p{L}\p{Nd}]/u.exec(named)?.[0] ?? '·').toLocaleUpperCase('en')
}

/** The same for the same name, everywhere and always. */
export function colourOf(host: string): number {
  let sum = 0
  for (const character of host) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  return sum % colours
}
