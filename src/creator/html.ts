/** What may stand in a page: texts and numbers are escaped, what is HTML already is not, and null is nothing. */
export type HtmlValue = string | number | bigint | Html | readonly Html[] | null

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' }
const escape = (text: string): string => text.replace(/[&<>"'`]/g, (sign) => entities[sign] ?? '')

/** HTML that was written here: only `html` makes it, so that nothing from outside gets into a page as anything but text. */
export class Html {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  static of(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
    const texts = parts.map((part, index) => {
      if (index >= values.length) return part
      if (/=\s*$/.test(part)) throw new Error(`An attribute without quotes: ${part.slice(-40)}`)
      return part + spell(values[index] ?? null)
    })
    return new Html(texts.join(''))
  }

  toString(): string {
    return this.#text
  }
}

/**
 * Template tag.
 * @throws where a value stands in an attribute without quotes: there no escaping would hold it
 */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => Html.of(parts, ...values)

function spell(value: HtmlValue): string {
  if (value === null) return ''
  if (value instanceof Html) return value.toString()
  if (typeof value === 'object') return Array.from(value, (one) => spell(one)).join('')
  return escape(String(value))
}

/** An address for `href`: one of the web, of letters, or of this site. Anything else (`javascript:`) is "#". */
export const link = (url: string): string => (/^(?:https?:\/\/|mailto:|\/(?!\/)|[?#])/i.test(url) ? url : '#')
