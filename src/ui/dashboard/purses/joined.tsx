import type { Link } from '../../../core/purses/links'
import type { PurseView, PursesView } from '../../../messaging/views'
import { writeList, writeName } from '../../shared/lists'
import { words } from './words'

const text = words.joined

/** Who can tell that two purses are one reader's, and by what: a picture, and the same in sentences. */
export function Joined({ view: { purses, links } }: { readonly view: Pick<PursesView, 'purses' | 'links'> }) {
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      {purses.length === 1 && <p>{text.one}</p>}
      {purses.length > 1 && links.length === 0 && <p>{text.apart}</p>}
      {purses.length > 1 && links.length > 0 && (
        <>
          <Picture purses={purses} links={links} />
          <ul class="joined">
            {links.map((link) => (
              <li key={`${link.why} ${link.about}`}>{sentenceOf(link, purses)}</li>
            ))}
          </ul>
        </>
      )}
      {purses.length > 1 && <p>{text.outside}</p>}
    </section>
  )
}

function sentenceOf({ purses: joined, why, about }: Link, purses: readonly PurseView[]): string {
  const names = joined.map((index) => writeName(purses.find(({ purse }) => purse === index)?.name ?? ''))
  return text.because[why](writeList(names), why === 'payee' ? short(about) : about)
}

/** Of the picture, in its own units. */
const size = { width: 560, row: 44, box: 32, left: 200, right: 340 } as const

/** So many of those who can join are drawn; the list has all. */
const mostDrawn = 8

/** Boxes and lines in the colour of the text: it is drawn in every theme, forced colours among them. */
function Picture({ purses, links }: Pick<PursesView, 'purses' | 'links'>) {
  const drawn = links.slice(0, mostDrawn)
  const height = Math.max(purses.length, drawn.length) * size.row
  const middle = (at: number, of: number): number => ((at + 0.5) * height) / of
  return (
    <svg class="joined-picture" viewBox={`0 0 ${String(size.width)} ${String(height)}`} role="img" aria-label={text.picture}>
      {drawn.flatMap((link, to) =>
        link.purses.map((index) => {
          const from = purses.findIndex(({ purse }) => purse === index)
          const y = [middle(from, purses.length), middle(to, drawn.length)] as const
          return <path key={`${String(index)} ${String(to)}`} class={`joined-line joined-${link.why}`} d={`M${String(size.left)} ${String(y[0])}C${String(270)} ${String(y[0])} ${String(270)} ${String(y[1])} ${String(size.right)} ${String(y[1])}`} />
        }),
      )}
      {purses.map(({ purse, name }, at) => (
        <Box key={purse} x={1} width={size.left - 1} y={middle(at, purses.length)} label={name} />
      ))}
      {drawn.map(({ why, about }, at) => (
        <Box key={`${why} ${about}`} x={size.right} width={size.width - size.right - 1} y={middle(at, drawn.length)} label={why === 'payee' ? short(about) : about} />
      ))}
    </svg>
  )
}

function Box({ x, y, width, label }: { readonly x: number; readonly y: number; readonly width: number; readonly label: string }) {
  return (
    <>
      <rect class="joined-box" x={x} y={y - size.box / 2} width={width} height={size.box} rx={6} />
      <text class="joined-name" x={x + 12} y={y + 5}>
        {cut(label)}
      </text>
    </>
  )
}

/** Letters that fit into a box. */
const mostLetters = 23
const cut = (label: string): string => (label.length > mostLetters ? `${label.slice(0, mostLetters - 1)}…` : label)

const short = (account: string): string => `${account.slice(0, 6)}…${account.slice(-4)}`
