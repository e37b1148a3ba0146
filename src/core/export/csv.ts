/** Says that what follows is UTF-8: without it, some spreadsheets take letters with accents apart. */
export const byteOrderMark = '\uFEFF'

/**
 * A formula begins with one of these (a full-width one is turned into the plain one by some programs), at the start of a cell or
 * after white space that a program drops. A program that takes another separator for this file's comma, or overlooks the quotes,
 * begins a cell behind that separator too.
 */
const formula = /(^|[\t\r\n;|])([\s\u200B-\u200F\u2060\uFEFF]*)([=+\-@＝＋－＠﹢﹣﹦﹫])/gu
/** These two alone make some programs read a cell as a formula. */
const leadingControl = /^[\t\r]/
/** What no text needs: most programs stop reading there. Tabs and line ends stay. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g

/** A text that no spreadsheet runs: an apostrophe stands before every sign that could begin a formula. Anything else is as it was. */
export function defuse(text: string): string {
  const clean = text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(controls, '')
  const safe = clean.replace(formula, (_all: string, start: string, space: string, sign: string) => `${start}${space}'${sign}`)
  return leadingControl.test(safe) ? `'${safe}` : safe
}

/**
 * What most cells are, and nothing is done to: ASCII that begins with a letter or a digit, ends with no space, and has no separator, quote
 * or control in it.
 */
const plain = /^(?:[A-Za-z0-9](?:[ !#-+\--:<-{}~]*[!#-+\--:<-{}~])?)?$/

/** One record of RFC 4180, with its end. Each cell is defused. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (plain.test(cell) ? cell : quoted(defuse(cell)))).join(',')}\r\n`
}

/** Also where spaces stand at the ends, which some programs would drop. */
function quoted(cell: string): string {
  return /[",;\r\n\t]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
