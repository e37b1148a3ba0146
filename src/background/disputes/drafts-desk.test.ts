import { beforeEach, expect, it } from 'vitest'
import { filing } from '../../core/dispute/dispute.fixtures'
import { delivered, sent, settled, signed, start, terms } from '../../core/purchase/machine.fixtures'
import type { Problem } from '../../core/dispute/problem'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { DisputeRepository } from '../../store/disputes'
import { keepsakes, mostDrafts } from '../../store/keepsakes'
import { purchaseRepository } from '../../store/purchases'
import type { Books } from '../books'
import { DraftsDesk, forgetDrafts } from './drafts-desk'

const sealer = newSealer()
let db: ReturnType<typeof newDatabase>
let books: Books
let isOpen: boolean
let payment: string

beforeEach(async () => {
  db = newDatabase()
  isOpen = true
  books = { purchases: purchaseRepository(db, sealer), disputes: new DisputeRepository(db, sealer), keepsakes: keepsakes(db, sealer) } as unknown as Books
  const reserved = await books.purchases.reserve({ id: crypto.randomUUID(), terms, resourceTag: 'wren', balance: 1_000_000n, at: start })
  if (!reserved.ok) throw new Error(reserved.error.code)
  payment = reserved.value.id
  for (const event of [signed, sent, settled, delivered]) await books.purchases.append(payment, event)
})

/** A worker that has just woken up. */
const desk = () => new DraftsDesk(async () => (isOpen ? books : null))
const write = (words: string, problem: Problem = 'not-delivered', of = payment) => desk().keep({ payment: of, problem, draft: { amount: '0.05', words, share: [] } })
const read = async () => {
  const drafts = await desk().read()
  return drafts.ok ? drafts.value.map(({ problem, words }) => [problem, words]) : drafts.error.code
}

it('outlives locking and the worker, one for each thing that went wrong, the newest first; and is thrown away', async () => {
  await write('It')
  await write('I changed my mind', 'withdrawal')
  await write('It stayed empty.')
  isOpen = false
  expect([await read(), await write('not now')]).toEqual(['locked', { ok: false, error: expect.objectContaining({ code: 'locked' }) as unknown }])
  isOpen = true
  expect(await read()).toEqual([['not-delivered', 'It stayed empty.'], ['withdrawal', 'I changed my mind']])
  await desk().keep({ payment, problem: 'not-delivered', draft: null })
  expect(await read()).toEqual([['withdrawal', 'I changed my mind']])
})

it('lies sealed', async () => {
  await write('Nobody reads this but me')
  const rows = await db.values.toArray()
  expect(rows.map(({ id }) => id)).toContain('dispute-drafts')
  expect(rows.some(({ body }) => new TextDecoder().decode(body).includes('Nobody'))).toBe(false)
})

it('is gone once it was sent, and nothing is written of what is under way', async () => {
  await write('It stayed empty.')
  await books.disputes.file(crypto.randomUUID(), payment, { type: 'filed', filing }, start)
  await forgetDrafts(books, payment)
  expect(await write('a letter that came late')).toEqual({ ok: true, value: null })
  expect(await db.values.get('dispute-drafts')).toBeUndefined()
})

it('is of a payment that is there, and of so many at the most', async () => {
  await write('of nothing', 'not-me', crypto.randomUUID())
  expect(await read()).toEqual([])
  const many = Array.from({ length: mostDrafts + 5 }, (_, at) => ({ payment: crypto.randomUUID(), problem: 'not-me' as const, amount: '1', words: String(at), share: [] }))
  await books.keepsakes.drafts.change(() => ({ drafts: many.slice(0, mostDrafts) }))
  await write('the newest')
  const kept = (await books.keepsakes.drafts.read())?.drafts ?? []
  expect([kept.length, kept.at(-1)?.words, kept[0]?.words]).toEqual([mostDrafts, 'the newest', '1'])
})
