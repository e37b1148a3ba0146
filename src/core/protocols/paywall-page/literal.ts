/** A member's name and its colon: an identifier, or text in double quotes. */
const memberName = /\s*(?:([A-Za-z_$][\w$]*)|"((?:[^"\\]|\\.)*)")\s*:/y

/**
 * The members of the JavaScript object literal that opens at `open`, each value as the text it has in the script: enough to take
 * data out of a script without running it. It ends at the first thing that is no plain member. Null when a value does not end.
 * One pass; never throws.
 */
export function readMembers(script: string, open: number): ReadonlyMap<string, string> | null {
  const members = new Map<string, string>()
  let at = open + 1
  for (;;) {
    memberName.lastIndex = at
    const named = memberName.exec(script)
    if (named === null) return members
    const from = at + named[0].length
    const to = endOfValue(script, from)
    if (to === null) return null
    members.set(named[1] ?? named[2] ?? '', script.slice(from, to).trim())
    if (script[to] === '}') return members
    at = to + 1
  }
}

/** Where the comma or brace stands that ends the value beginning at `from`. */
function endOfValue(script: string, from: number): number | null {
  let depth = 0
  let quote: string | null = null
  for (let at = from; at < script.length; at += 1) {
    const character = script.charAt(at)
    if (quote !== null) {
      if (character === '\\') at += 1
      else if (character === quote) quote = null
    } else if (character === '"' || character === "'" || character === '`') quote = character
    else if (depth === 0 && (character === ',' || character === '}')) return at
    else if (character === '{' || character === '[' || character === '(') depth += 1
    else if (character === '}' || character === ']' || character === ')') depth -= 1
  }
  return null
}
