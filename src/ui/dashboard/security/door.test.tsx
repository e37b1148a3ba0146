// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { show } from '../../testing/screen'
import { at, freshWorker, known } from './testing'
import { Security } from './view'

beforeEach(() => void freshWorker({}))

describe('at the door', () => {
  it('wrong tries are told in words', async () => {
    known.security = { ...known.security, events: [{ at, kind: 'failed', way: 'recovery' }, { at, kind: 'failed', way: null }, { at, kind: 'unlocked', way: null }] }
    const screen = await show(<Security />)
    const rows = Array.from(screen.root.querySelectorAll('.door-events tbody tr'), (row) => Array.from(row.children, (cell) => cell.textContent).slice(1))
    expect(rows).toEqual([
      ['Wrong try: it stayed closed', 'Recovery code'],
      ['Wrong try: it stayed closed', 'not known'],
      ['Opened', 'PIN'],
    ])
  })

  it('every kind of event has words of its own, and nothing is said to be unknown where there is nothing to know', async () => {
    const kinds = ['words-right', 'words-wrong', 'code-added', 'code-removed', 'pin-destroyed', 'backup-made', 'backup-restored', 'books-saved', 'books-given'] as const
    known.security = { ...known.security, events: kinds.map((kind) => ({ at, kind, way: null })) }
    const screen = await show(<Security />)
    const said = Array.from(screen.root.querySelectorAll('.door-events tbody td:nth-child(2)'), (cell) => cell.textContent)
    expect(new Set(said).size).toBe(kinds.length)
    expect(said.every((words) => words !== '')).toBe(true)
    expect(screen.root.querySelector('.door-events tbody')?.textContent).not.toContain('not known')
  })

  it('nothing is said to be nothing', async () => {
    expect((await show(<Security />)).text()).toContain('Nothing has happened yet.')
  })
})
