import { describe, expect, it } from 'vitest'
import { judge } from './audit-report'

const one = { source: 1, name: 'a', dependency: 'a', title: 'Reads too far', url: 'https://github.com/advisories/GHSA-1', severity: 'high', range: '<2' }
const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} })
const touched = report({ a: { name: 'a', severity: 'high', via: [one] }, b: { name: 'b', severity: 'high', via: ['a', one] } })

describe('what an audit says', () => {
  it('nothing is wrong', () => expect(judge(report({}), {})).toEqual({ kind: 'asked', unknown: [], known: [], over: [] }))

  it('something new, once for all that it touches', () => {
    const audit = judge(touched, {})
    expect(audit.kind === 'asked' && audit.unknown.map(({ url }) => url)).toEqual([one.url])
  })

  it('something that was looked at', () => {
    const audit = judge(touched, { [one.url]: 'Only in a test.' })
    expect(audit).toMatchObject({ unknown: [], over: [] })
    expect(audit.kind === 'asked' && audit.known).toHaveLength(1)
  })

  it('something that is over', () => expect(judge(report({}), { [one.url]: 'Only in a test.' })).toMatchObject({ over: [one.url] }))
})

it.each([
  ['a registry that answers no audits', JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }), '405 Method Not Allowed'],
  ['no network', '', 'There was no report.'],
  ['a page of HTML', '<html>', 'There was no report.'],
  ['an error beside an empty report', JSON.stringify({ error: {}, vulnerabilities: {} }), 'There was no report.'],
  ['a report of another kind', JSON.stringify({ auditReportVersion: 3, vulnerabilities: {} }), 'There was no report.'],
])('%s has answered nothing', (_, written, why) => expect(judge(written, {})).toEqual({ kind: 'not-asked', why }))
