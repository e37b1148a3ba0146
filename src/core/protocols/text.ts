/**
 * Text from outside, made fit to be shown: one line, no control, bidirectional-override, zero-width or other
 * invisible characters (Unicode general categories Cc, Cf, Cs, Zl, Zp and Default_Ignorable_Code_Point), and at
 * most `max` characters, an ellipsis included.
 */
export function displayText(text: string, max: number): string {
  // More than this is never looked at: the invisible ones in front could not be told from a flood.
  const bounded = text.slice(0, max * 8)
  const visible = bounded.replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, '')
  const characters = Array.from(visible.replace(/ +/g, ' ').trim())
  return characters.length <= max ? characters.join('') : `${characters.slice(0, max - 1).join('').trimEnd()}…`
}

/** A text field fit to be shown, or no field at all where nothing visible came. */
export function shown<Name extends string>(name: Name, text: string | null | undefined, max: number): Partial<Record<Name, string>> {
  const visible = displayText(text ?? '', max)
  const field: Partial<Record<string, string>> = visible === '' ? {} : { [name]: visible }
  return field
}
