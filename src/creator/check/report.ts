import type { Finding } from './finding'
import { words } from './words'

/** What was found, for a terminal: what is wrong first, then what could be better, and how many things are good. */
export function report(findings: readonly Finding[]): string {
  const told = (outcome: Finding['outcome'], mark: string): readonly string[] =>
    findings.filter((finding) => finding.outcome === outcome).map(({ check, at, seen }) => {
      const { bad, mend } = words[check]
      return `${mark} ${bad}${seen === null || seen === '' ? '' : ` (${seen})`}\n    ${at}\n    ${mend}`
    })
  const good = findings.filter(({ outcome }) => outcome === 'good').length
  const [wrong, advice] = [told('wrong', '✗'), told('advice', '•')]
  return [...wrong, ...advice, `${good} good, ${advice.length} could be better, ${wrong.length} wrong`].join('\n\n')
}
