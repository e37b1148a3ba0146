/**
 * An address for the reader's mail program with a letter in it. Null for anything but a plain mail address: what the
 * seller wrote behind it (further recipients, a text of its own) is left out.
 */
export function mailWith(contact: string | null, subject: string, letter: string): string | null {
  const [, address] = /^mailto:([^\s?&#,;:<>"%]{1,64}@[a-z0-9.-]{1,255})(?:\?.*)?$/is.exec(contact ?? '') ?? []
  return address === undefined ? null : `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(letter)}`
}
