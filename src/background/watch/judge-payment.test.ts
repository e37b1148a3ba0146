import { beforeEach, expect, it, vi } from 'vitest'
import { start, terms } from '../../core/purchase/machine.fixtures'
import { networks } from '../../core/networks/networks'
import type { Offer } from '../../core/protocols/dialect'
import { offerOf } from '../../core/protocols/offer.fixtures'
import { unknownSite, type SiteMemory } from '../../core/spending/site-memory'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { purchaseRepository } from '../../store/purchases'
import type { Books } from '../books'
import { judgePayment, type Judged } from './judge-payment'

const [local, other] = [networks.find(({ id }) => id === terms.network), networks.find(({ id }) => id !== terms.network)]
if (local === undefined || other === undefined) throw new Error('there are two networks')

beforeEach(() => void vi.spyOn(Date, 'now').mockImplementation(() => start))

const cents = (count: number): bigint => BigInt(count) * 10_000n
const offer = (amount: bigint, covers: 'article' | 'day' | null, token = local.token): Offer => offerOf(token, amount, covers)
const day = offer(cents(40), 'day')

/** Three pieces of seven cents were bought there. */
const site: SiteMemory = { ...unknownSite(terms, 'news.example'), count: 3, firstAt: start - 3, lastAt: start - 1, amounts: [cents(7), cents(7), cents(7)], highest: cents(7), accounts: [{ payTo: terms.payTo, count: 3 }] }

async function foundOn(chosen: Offer, offers: readonly Offer[], memory = site, { isAllowed = false, isUnopened = false } = {}): Promise<readonly string[]> {
  const books = { purchases: purchaseRepository(newDatabase(), newSealer()) } as unknown as Books
  const asked = { kind: 'document', page: 'https://news.example/sea', resource: 'https://news.example/sea', isUnopened } as unknown as Judged['asked']
  const challenge = { dialect: 'mpp', offers, disagreement: null } as unknown as Judged['challenge']
  const { judgement } = await judgePayment(books, { asked, challenge, offer: chosen, asset: terms, history: [], site: memory, title: 'Sea', asksReader: true, isAllowed })
  return judgement.findings.map(({ guard }) => guard)
}

it('a pass that is chosen over a piece at its usual price is the reader’s own choice', async () => {
  for (const piece of [offer(cents(7), 'article'), offer(cents(15), null)]) expect(await foundOn(day, [piece, day])).toEqual([])
})

it('a pass that leaves no such choice is held against what pieces cost there', async () => {
  const elsewhere = offer(cents(7), 'article', other.token)
  const upfront: Offer = { ...offer(cents(7), 'article'), flow: 'upfront' }
  for (const offers of [[day], [day, offer(cents(90), 'day')], [day, offer(cents(16), 'article')], [day, elsewhere], [day, upfront]]) expect(await foundOn(day, offers)).toEqual(['pass-dear'])
})

it('and against nothing where none was bought', async () => expect(await foundOn(day, [day], unknownSite(terms, 'news.example'))).toEqual([]))

it('where an allowance covers it, a page that nobody has opened and a price above all before are told of, also to a reader who is asked', async () => {
  const piece = (price: number) => offer(cents(price), 'article')
  const on = (price: number, how: { readonly isAllowed?: boolean; readonly isUnopened?: boolean }) => foundOn(piece(price), [piece(price)], site, how)
  expect(await on(7, { isAllowed: true, isUnopened: true })).toEqual(['unattended'])
  expect(await on(11, { isAllowed: true })).toEqual(['above-allowed'])
  expect(await on(7, { isAllowed: true })).toEqual([])
  expect(await on(11, { isUnopened: true })).toEqual([])
})
