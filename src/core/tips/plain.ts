/** One line of text without anything invisible in it, at most `longest` UTF-16 code units and no half character. */
export function plain(text: string, longest: number): string {
  const line = text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, longest)
  return line.replace(/[\uD800-\uDBFF]$/, '').trimEnd()
}
