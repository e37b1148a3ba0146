import { maxHeaderLength } from '../base64-json'

/** A scheme stands before a space and no equals sign, or alone; else the name is that of a parameter. */
const leadingScheme = /^([!#$%&'*+.^_`|~\w-]+)(?=[ \t]+[^= \t]|$)/

/**
 * The schemes that a `WWW-Authenticate` header offers, in lower case (RFC 9110, sections 11.2 and 11.6.1). Several headers
 * arrive as one, joined by commas, or by line feeds in Firefox. Of a header that is too long only the beginning is read.
 * One pass; never throws.
 */
export function authSchemes(header: string): readonly string[] {
  return listElements(header.slice(0, maxHeaderLength)).flatMap((element) => leadingScheme.exec(element)?.[1]?.toLowerCase() ?? [])
}

/** What stands between the commas that are not within a quoted string. No quoted string goes on over a line feed. */
function listElements(header: string): readonly string[] {
  const elements: string[] = []
  let start = 0
  let isQuoted = false
  for (let at = 0; at < header.length; at += 1) {
    const character = header[at]
    if (isQuoted && character === '\\') at += 1
    else if (character === '"') isQuoted = !isQuoted
    else if (character === '\n' || (!isQuoted && character === ',')) {
      elements.push(header.slice(start, at).trim())
      start = at + 1
      isQuoted = false
    }
  }
  return [...elements, header.slice(start).trim()]
}
