import type { Finding } from './finding'
import { words } from './words'

/** What was found, for a terminal: what is wrong first, then what could be better, and how many things are good. */
export function report(findings: readonly Finding[]): string {
  const told = (outcome: Finding['outcome'], mark: string): readonly string[] =>
    findings.filter((finding) => finding.outcome === outcome).map(({ check, at, seen }) => {
      const { bad, mend } = words[check]
      return `${mark} ${bad}${seen === null || seen === '' ? '' : ` (${seen})`}\n    ${at}\n    ${mend}`
    })
  const unknown = findings.flatMap(({ check, at, outcome, seen }) => (outcome === 'unknown' ? [`? ${words[check].looked}: could not be told${seen === null || seen === '' ? '' : ` (${seen})`}\n    ${at}`] : []))
  const good = findings.filter(({ outcome }) => outcome === 'good').length
  const [wrong, advice] = [told('wrong', '✗'), told('advice', '•')]
  const untold = unknown.length === 0 ? '' : `, ${unknown.length} could not be told`
  return [...wrong, ...advice, ...unknown, `${good} good, ${advice.length} could be better, ${wrong.length} wrong${untold}`].join('\n\n')
}
