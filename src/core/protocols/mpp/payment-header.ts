/** The fields in which a payment may be sent. No seller chooses any other of the reader's headers. */
const names = ['Authorization', 'Payment-Authorization'] as const

/**
 * The field that a challenge's `header` parameter names, or the scheme's own where it names none. mppx names the second where
 * the page asks for a login in the first. Null for any other field.
 */
export function paymentHeaderName(header: string | undefined): (typeof names)[number] | null {
  if (header === undefined) return 'Authorization'
  return names.find((name) => name.toLowerCase() === header.toLowerCase()) ?? null
}
