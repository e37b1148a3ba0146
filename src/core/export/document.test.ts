import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betweenPayments, documentEnd, documentHead, DocumentReader, jsonOf, type DocumentPart } from './document'

const write = (sections: Record<string, unknown>, payments: readonly unknown[]): string =>
  documentHead(sections) + payments.map(jsonOf).join(betweenPayments) + documentEnd(payments.length > 0)

function read(text: string): readonly DocumentPart[] | string {
  const reader = new DocumentReader()
  const parts: DocumentPart[] = []
  for (const line of text.split('\n').slice(0, -1)) {
    const part = reader.read(line)
    if (!part.ok) return part.error
    if (part.value.type !== 'frame') parts.push(part.value)
  }
  return parts
}

const plain = fc.jsonValue({ maxDepth: 3 })
const documents = fc.tuple(fc.dictionary(fc.constantFrom('settings', 'limits', 'watch'), plain), fc.array(fc.dictionary(fc.string(), plain), { maxLength: 5 }))

it('is one JSON document, and reads back line by line', () => {
  fc.assert(
    fc.property(documents, ([sections, payments]) => {
      const text = write(sections, payments)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ farthing: 'export', version: 1, ...sections, payments })))
      const parts = [
        ...Object.entries(sections).map(([name, value]) => ({ type: 'section', name, value: JSON.parse(JSON.stringify(value)) as unknown })),
        ...payments.map((value) => ({ type: 'payment', value: JSON.parse(JSON.stringify(value)) as unknown })),
        { type: 'end' },
      ]
      expect(read(text)).toEqual(parts)
    }),
  )
})

it('writes money as decimal strings', () => expect(jsonOf({ amount: 2n ** 255n })).toBe(`{"amount":"${String(2n ** 255n)}"}`))

describe('a document', () => {
  const whole = write({ settings: {}, limits: null }, [{ id: 1 }, { id: 2 }])

  it('that is cut off anywhere never reads as a whole one', () => {
    for (let length = 0; length < whole.length - 1; length += 1) {
      const parts = read(`${whole.slice(0, length)}\n`)
      expect(typeof parts === 'string' || parts.at(-1)?.type !== 'end', whole.slice(0, length)).toBe(true)
    }
  })

  it.each([
    ['of a later version', whole.replace('"version":1', '"version":2'), 'newer'],
    ['of something else', '{"hello":1}\n', 'foreign'],
    ['that another program wrote anew', `${JSON.stringify(JSON.parse(whole), null, 2)}\n`, 'foreign'],
    ['with a section twice', whole.replace('"limits":null', '"settings":{}'), 'broken'],
    ['that goes on behind its end', `${whole}{}\n`, 'broken'],
    ['with something behind the last payment', whole.replace('{"id":1},', '{"id":1}'), 'broken'],
    ['with a damaged payment', whole.replace('{"id":2}', '{"id":2'), 'broken'],
  ])('%s is refused', (_what, text, fault) => expect(read(text)).toBe(fault))
})
