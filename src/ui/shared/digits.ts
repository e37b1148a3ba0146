/**
 * The digits somebody typed or pasted, or null where there are too few, too many, or other things among them.
 * Spaces and dashes, as apps and people write numbers in groups, are left out.
 */
export function readDigits(text: string, fewest: number, most = fewest): string | null {
  const digits = text.replace(/[\s-]/g, '')
  return /^[0-9]*$/.test(digits) && digits.length >= fewest && digits.length <= most ? digits : null
}

/** A PIN has four to twelve digits. */
export const readPin = (text: string): string | null => readDigits(text, 4, 12)

/** A confirmation code has six (RFC 6238). */
export const readCode = (text: string): string | null => readDigits(text, 6)
