import * as v from 'valibot'

/** What is publicly known to be wrong with one version of a package. */
export interface Advisory {
  readonly url: string
  readonly title: string
  readonly severity: string
  readonly name: string
}

/** Advisories that were looked at, by their address: why Farthing is not touched by them. */
export type Baseline = Readonly<Record<string, string>>

export type Audit =
  | { readonly kind: 'not-asked'; readonly why: string }
  | { readonly kind: 'asked'; readonly unknown: readonly Advisory[]; readonly known: readonly Advisory[]; readonly over: readonly string[] }

const advisory = v.object({ url: v.string(), title: v.string(), severity: v.string(), name: v.string() })
const report = v.object({
  auditReportVersion: v.literal(2),
  // Beside advisories stand the names of packages that are touched because of another.
  vulnerabilities: v.record(v.string(), v.object({ via: v.array(v.union([v.string(), advisory])) })),
})
const refusal = v.object({ message: v.string() })

/** What `npm audit --json` has written, held against the baseline. Anything but a report is no answer, and never a good one. */
export function judge(written: string, baseline: Baseline): Audit {
  const said = parsed(written)
  const answer = v.safeParse(report, said)
  if (!answer.success) {
    const refused = v.safeParse(refusal, said)
    return { kind: 'not-asked', why: refused.success ? refused.output.message : 'There was no report.' }
  }
  const all = Object.values(answer.output.vulnerabilities).flatMap(({ via }) => via.filter((one) => typeof one !== 'string'))
  const advisories = [...new Map(all.map((one) => [one.url, one])).values()].sort((one, other) => (one.url < other.url ? -1 : 1))
  const isKnown = ({ url }: Advisory) => baseline[url] !== undefined
  return {
    kind: 'asked',
    unknown: advisories.filter((one) => !isKnown(one)),
    known: advisories.filter(isKnown),
    over: Object.keys(baseline).filter((url) => !advisories.some((one) => one.url === url)),
  }
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return null
  }
}
