type Form = string | ((count: string) => string)

/**
 * The form of a sentence that a number asks for in a language: `forms('de', 3, { one: 'ein Tag', other: (n) => `${n} Tage` })`.
 * @param language BCP 47
 */
export function forms(language: string, count: number, said: Partial<Record<Intl.LDMLPluralRule, Form>> & { readonly other: Form }): string {
  const form = said[new Intl.PluralRules(language).select(count)] ?? said.other
  return typeof form === 'string' ? form : form(String(count))
}
