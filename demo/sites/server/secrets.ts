import { pages } from './site'

/** Letters in a row by which a text is known. */
const run = 20

const readable = (html: string): readonly string[] =>
  html
    .replace(/<[^>]*>/g, '\0')
    .replace(/\s+/g, ' ')
    .split('\0')

const runsIn = (html: string): readonly string[] => readable(html).flatMap((text) => (text.length < run ? [] : Array.from({ length: text.length - run + 1 }, (_, at) => text.slice(at, at + run))))

const sources = [...pages].filter(([path]) => path.startsWith('/essays/') && !path.includes('.')).map(([path, { body }]) => [path, body.toString()] as const)
const paid = /<section data-paid>[^]*?<\/section>/g

/** What Ada sells, by page and part: every stretch of twenty letters that stands nowhere in what is free. */
export const secrets: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  sources.flatMap(([path, html]) => {
    const free = new Set(sources.flatMap(([, text]) => runsIn(text.replace(paid, ''))))
    return [...html.matchAll(paid)].map(([part], index) => [`${path}#${index + 1}`, new Set(runsIn(part).filter((text) => !free.has(text)))] as const)
  }),
)

/** The parts of which something is in a text, however it is wrapped. */
export function told(text: string): readonly string[] {
  const flat = text.replace(/\s+/g, ' ')
  const plain = Array.from({ length: Math.max(0, flat.length - run + 1) }, (_, at) => flat.slice(at, at + run))
  return [...secrets].filter(([, runs]) => plain.some((one) => runs.has(one))).map(([part]) => part)
}
