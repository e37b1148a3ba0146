import table from './look-alikes.json' with { type: 'json' }

let looks: ReadonlyMap<string, string> | null = null

/** Made on first use: two thousand letters take a moment that a worker which wakes up has no need of. */
function readLooks(): ReadonlyMap<string, string> {
  let letter = 0
  return new Map(
    table.letters.split(' ').map((step, at) => {
      letter += parseInt(step, 36)
      return [String.fromCodePoint(letter), table.looks[at] ?? '']
    }),
  )
}

/** A text in the letters it is taken for (UTS 39, "skeleton"), without its marks. */
export function inPlainLetters(text: string): string {
  looks ??= readLooks()
  const known = looks
  return Array.from(text.normalize('NFKD').replace(/\p{M}/gu, ''), (letter) => known.get(letter) ?? letter).join('')
}
