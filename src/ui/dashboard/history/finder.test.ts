import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../messaging/contract'
import type { HistoryRow } from '../../../messaging/views'
import { countless, historyRow, searched } from '../testing'
import { Finder, type Finding } from './finder'
import { everything, questionOf, type Question } from './look'

/** A worker that answers when the test says so. @param endless with a hundred thousand payments */
function slowWorker(endless = false) {
  let rows: readonly HistoryRow[] = []
  const asked: { readonly question: Question; readonly offset: number; readonly limit: number; readonly answer: (reply?: Reply<'history.search'>) => Promise<void> }[] = []
  let shown: Finding = { found: null, isCurrent: false, failure: null }
  const finder = new Finder(
    (question, offset, limit) =>
      new Promise((resolve) => {
        const answer = async (reply = endless ? countless(100_000, { ...question, offset, limit }) : searched(rows, { ...question, offset, limit })): Promise<void> => {
          resolve(reply)
          await new Promise((done) => setTimeout(done))
        }
        asked.push({ question, offset, limit, answer })
      }),
    (finding) => {
      shown = finding
    },
  )
  return { finder, asked, shown: () => shown, keep: (kept: readonly HistoryRow[]) => (rows = kept) }
}

const asking = (text: string): Question => questionOf({ ...everything, text }, 0)
const many = (count: number, title = 'Piece') => Array.from({ length: count }, (_, at) => historyRow({ title: `${title} ${String(at)}` }))
const titleAt = (finding: Finding, at: number) => finding.found?.rows.get(at)?.title

describe('finding', () => {
  it('asks one question at a time; of those that come meanwhile only the newest, and shows no answer to an older one', async () => {
    const { finder, asked, shown, keep } = slowWorker()
    keep([historyRow({ title: 'b' }), historyRow({ title: 'bread' })])
    for (const text of ['b', 'br', 'bre', 'bread']) finder.look(asking(text), 0)
    expect(asked.map(({ question }) => question.text)).toEqual(['b'])
    await asked[0]?.answer()
    expect(shown().found).toBeNull()
    expect(asked.map(({ question }) => question.text)).toEqual(['b', 'bread'])
    await asked[1]?.answer()
    expect([shown().found?.count, shown().isCurrent, shown().found?.question.text]).toEqual([1, true, 'bread'])
    expect(asked).toHaveLength(2)
  })

  it('keeps showing what was found until the newer answer comes, and says that it is not that', async () => {
    const { finder, asked, shown, keep } = slowWorker()
    keep(many(3))
    finder.look(asking(''), 0)
    await asked[0]?.answer()
    finder.look(asking('nothing'), 0)
    expect([shown().found?.count, shown().isCurrent]).toEqual([3, false])
    await asked[1]?.answer()
    expect([shown().found?.count, shown().isCurrent]).toEqual([0, true])
  })

  it('fetches what is seen of a hundred thousand, and little else', async () => {
    const { finder, asked, shown } = slowWorker(true)
    finder.look(asking(''), 0)
    await asked[0]?.answer()
    finder.see(0, 12)
    expect(asked).toHaveLength(1)
    finder.see(99_988, 99_999)
    await asked[1]?.answer()
    expect(titleAt(shown(), 99_999)).toBe('Piece 99999')
    expect(asked).toHaveLength(2)
    expect(shown().found?.rows.size).toBeLessThan(400)
    expect(asked.every(({ limit }) => limit <= 200)).toBe(true)
  })

  it('while the list is dragged along fetches only where it came to rest', async () => {
    const { finder, asked, shown } = slowWorker(true)
    finder.look(asking(''), 0)
    await asked[0]?.answer()
    for (let first = 1_000; first <= 40_000; first += 1_000) finder.see(first, first + 12)
    expect(asked).toHaveLength(2)
    await asked[1]?.answer()
    await asked[2]?.answer()
    expect(titleAt(shown(), 40_005)).toBe('Piece 40005')
    expect(asked).toHaveLength(3)
  })

  it('asks again for what is seen when something changed, and forgets the rest', async () => {
    const { finder, asked, shown, keep } = slowWorker()
    keep(many(1_000, 'Old'))
    finder.look(asking(''), 0)
    await asked[0]?.answer()
    keep([historyRow({ title: 'New' }), ...many(1_000, 'Old')])
    finder.refresh()
    await asked[1]?.answer()
    expect([titleAt(shown(), 0), titleAt(shown(), 1), shown().found?.count]).toEqual(['New', 'Old 0', 1_001])
  })

  it('shows what comes while things change faster than they are answered, and then the last state', async () => {
    const { finder, asked, shown, keep } = slowWorker()
    keep(many(1, 'First'))
    finder.look(asking(''), 0)
    finder.refresh()
    await asked[0]?.answer()
    expect([titleAt(shown(), 0), shown().isCurrent]).toEqual(['First 0', false])
    keep(many(1, 'Last'))
    await asked[1]?.answer()
    expect([titleAt(shown(), 0), shown().isCurrent]).toEqual(['Last 0', true])
  })

  it('begins where the reader was', async () => {
    const { finder, asked, shown, keep } = slowWorker()
    keep(many(5_000))
    finder.look(asking(''), 3_000)
    await asked[0]?.answer()
    expect(titleAt(shown(), 3_000)).toBe('Piece 3000')
  })

  it('says why there is no answer, keeps what it had, and asks again only when told to', async () => {
    const { finder, asked, shown, keep } = slowWorker()
    keep(many(3))
    finder.look(asking(''), 0)
    await asked[0]?.answer()
    finder.refresh()
    await asked[1]?.answer({ ok: false, code: 'failed', sentence: 'Farthing did not answer.' })
    expect([shown().failure, shown().found?.count]).toEqual(['Farthing did not answer.', 3])
    finder.see(0, 2)
    expect(asked).toHaveLength(2)
    finder.refresh()
    await asked[2]?.answer()
    expect(shown().failure).toBeNull()
  })

  it('does not ask for ever where rows that were counted never come', async () => {
    const { finder, asked, shown } = slowWorker()
    finder.look(asking(''), 0)
    await asked[0]?.answer({ ok: true, value: { rows: [], count: 7, sums: [], hosts: [], tags: [], reading: null } })
    expect(asked).toHaveLength(1)
    expect(shown().found?.count).toBe(0)
  })

  it('tells nobody anything once it was stopped', async () => {
    const { finder, asked, shown, keep } = slowWorker()
    keep(many(3))
    finder.look(asking(''), 0)
    finder.stop()
    await asked[0]?.answer()
    expect(shown().found).toBeNull()
  })
})
