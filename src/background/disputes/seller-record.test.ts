import { expect, it } from 'vitest'
import { asked, filing, paidPurchase } from '../../core/dispute/dispute.fixtures'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { DisputeRepository } from '../../store/disputes'
import { purchaseRepository } from '../../store/purchases'
import { recordNotices } from './seller-record'

it('is told at the next payment to the same site, and at no other', async () => {
  const [db, sealer] = [newDatabase(), newSealer()]
  const { terms } = paidPurchase()
  const reserved = await purchaseRepository(db, sealer).reserve({ id: crypto.randomUUID(), terms, resourceTag: 'wren', balance: 1_000_000n, at: asked })
  const disputes = new DisputeRepository(db, sealer)
  expect(await recordNotices({ disputes }, terms.resource)).toEqual([])
  await disputes.file(crypto.randomUUID(), reserved.ok ? reserved.value.id : '', { type: 'filed', filing }, asked)
  const sentence = 'You have asked here for money back once: given back 0, declined 0, not answered 0. Only you see this.'
  expect(await recordNotices({ disputes }, 'https://www.news.example/another')).toEqual([{ level: 'note', sentence }])
  for (const elsewhere of ['https://evilnews.example/another', 'https://blog.example/', 'not an address']) expect(await recordNotices({ disputes }, elsewhere)).toEqual([])
})
