/**
 * What is written in `text`, set out for reading: JSON line by line, also where it travels in base64, as headers do.
 * Null for what is readable as it stands, or not at all.
 */
export function readable(text: string): string | null {
  return setOut(text) ?? setOut(fromBase64(text.trim()) ?? '')
}

function setOut(text: string): string | null {
  if (!/^\s*[{[]/.test(text)) return null
  try {
    const lines = JSON.stringify(JSON.parse(text), null, 2)
    return lines === text ? null : lines
  } catch {
    return null
  }
}

function fromBase64(text: string): string | null {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return null
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
