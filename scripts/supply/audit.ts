/**
 * `npm run audit`: asks the registry what is known to be wrong with the packages of the lock file. Ends with 0 where everything that is
 * known is in the baseline, with 1 where something is not, and with 2 where nobody could be asked, which is no good answer either.
 */
import { spawnSync } from 'node:child_process'
import { baseline } from './audit-baseline'
import { judge, type Advisory } from './audit-report'

const line = ({ severity, name, title, url }: Advisory): string => `  ${severity}: ${name}: ${title} (${url})`

const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', shell: process.platform === 'win32' })
const audit = judge(stdout, baseline)
if (audit.kind === 'not-asked') {
  console.log(`The registry could not be asked, so nothing is known. It said: ${audit.why}`)
  process.exitCode = 2
} else {
  for (const one of audit.known) console.log(`${line(one)}\n    known: ${baseline[one.url] ?? ''}`)
  for (const url of audit.over) console.log(`  ${url} is in the baseline and is over.`)
  for (const one of audit.unknown) console.log(line(one))
  console.log(`${audit.unknown.length} new, ${audit.known.length} known.`)
  process.exitCode = audit.unknown.length === 0 ? 0 : 1
}
