import { err, ok, type Result } from '../result'

/**
 * The export document, version 1: one JSON object, of which every line is one thing. So it can be read by any program that
 * reads JSON, and written and taken in line by line, with never more of it in memory than a line.
 *
 *   {"farthing":"export","version":1,
 *   "settings":{…},            sections: a name and a value
 *   "payments":[
 *   {…},                       payments, in the order they were begun
 *   {…}
 *   ]}
 *
 * docs/schema/farthing-export-1.json says what is in it. Nothing in it depends on when it was made: the same books give the same bytes.
 */
export const documentVersion = 1

const head = `{"farthing":"export","version":${String(documentVersion)},`
const anyHead = /^\{"farthing":"export","version":([1-9][0-9]{0,5}),$/
const section = /^"([a-zA-Z]{1,40})":(.+),$/s
const payments = '"payments":['
const end = ']}'

/** JSON in which money is a decimal string. */
export const jsonOf = (value: unknown): string => JSON.stringify(value, (_key, field: unknown) => (typeof field === 'bigint' ? field.toString() : field))

/** Everything before the first payment. */
export const documentHead = (sections: Readonly<Record<string, unknown>>): string =>
  `${[head, ...Object.entries(sections).map(([name, value]) => `${JSON.stringify(name)}:${jsonOf(value)},`), payments].join('\n')}\n`

/** Stands between two payments, each of which is one line of JSON. */
export const betweenPayments = ',\n'

export const documentEnd = (hasPayments: boolean): string => `${hasPayments ? '\n' : ''}${end}\n`

/** What one line of a document holds. */
export type DocumentPart =
  | { readonly type: 'frame' }
  | { readonly type: 'section'; readonly name: string; readonly value: unknown }
  | { readonly type: 'payment'; readonly value: unknown }
  | { readonly type: 'end' }

/** 'foreign': no such document, or one that another program has written anew. 'newer': of a version that is not known here. 'broken': it is one, and is damaged. */
export type DocumentFault = 'foreign' | 'newer' | 'broken'

const frame = ok({ type: 'frame' } as const)

/** Reads a document line by line, in order. After a fault nothing more of it is read. */
export class DocumentReader {
  #place: 'head' | 'sections' | 'payments' | 'between' | 'end' = 'head'
  readonly #names = new Set<string>()

  read(line: string): Result<DocumentPart, DocumentFault> {
    switch (this.#place) {
      case 'head':
        return this.#readHead(line)
      case 'sections':
        return line === payments ? this.#go('payments') : this.#readSection(line)
      case 'payments':
      case 'between':
        return this.#readPayment(line)
      case 'end':
        return err('broken')
    }
  }

  #readHead(line: string): Result<DocumentPart, DocumentFault> {
    const version = anyHead.exec(line)?.[1]
    if (version === undefined) return err('foreign')
    return version === String(documentVersion) ? this.#go('sections') : err('newer')
  }

  #readSection(line: string): Result<DocumentPart, DocumentFault> {
    const [, name = '', text = ''] = section.exec(line) ?? []
    const value = parse(text)
    // A name given twice could be read by one program as the first, and by another as the last.
    if (value === undefined || this.#names.has(name)) return err('broken')
    this.#names.add(name)
    return ok({ type: 'section', name, value })
  }

  #readPayment(line: string): Result<DocumentPart, DocumentFault> {
    const isLast = !line.endsWith(',')
    if (line === end) {
      this.#place = 'end'
      return ok({ type: 'end' })
    }
    if (this.#place === 'between') return err('broken')
    const value = parse(isLast ? line : line.slice(0, -1))
    if (value === undefined) return err('broken')
    // Behind the last payment nothing may come but the end.
    if (isLast) this.#place = 'between'
    return ok({ type: 'payment', value })
  }

  #go(place: 'sections' | 'payments'): Result<DocumentPart, DocumentFault> {
    this.#place = place
    return frame
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
