const capitalA = 'A'.charCodeAt(0)
const most = 25

/** Words without capitals as one text: before each a capital that tells how many letters it begins with the word before it (A for none). */
export function joinWords(words: readonly string[]): string {
  let before = ''
  const parts = words.map((word) => {
    let same = 0
    while (same < most && same < word.length && word[same] === before[same]) same += 1
    before = word
    return String.fromCharCode(capitalA + same) + word.slice(same)
  })
  return parts.join('')
}

/** The words of such a text, in its order. */
export function splitWords(text: string): string[] {
  let before = ''
  return Array.from(text.matchAll(/([A-Z])([^A-Z]*)/g), ([, same = 'A', rest = '']) => {
    before = before.slice(0, same.charCodeAt(0) - capitalA) + rest
    return before
  })
}
