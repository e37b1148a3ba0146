import { isDeepStrictEqual } from 'node:util'
import { getAbiItem, type Hex } from 'viem'
import { tokenAbi } from '../../demo/world/chain'
import { dayAt } from '../../src/background/today'
import { nonceOf, readBooks, type Entry } from './books'
import type { Aftermath } from './run'
import type { Stage } from './stage'

/** Money that left the purse during a run. Atomic units. */
interface Charge {
  readonly value: bigint
  readonly nonce: Hex | null
}

interface Evidence extends Aftermath {
  readonly charges: readonly Charge[]
  readonly books: readonly Entry[]
  readonly balance: bigint
  readonly nonce: string
}

/** What may never be, whatever went wrong: each row says in words what was found. */
type Law = (evidence: Evidence) => readonly string[]

/** Judges a run by the chain, by the disk, and by what the reader is shown. Empty: all is well. */
export async function judge(stage: Stage, aftermath: Aftermath): Promise<readonly string[]> {
  const books = await readBooks(stage, aftermath.browser.profile.disk)
  const charges = await chargesSince(stage, aftermath.sinceBlock)
  const evidence = { ...aftermath, books, charges, balance: await stage.balance(), nonce: nonceOf(stage, aftermath.resource) }
  return [...laws.flatMap((law) => law(evidence)), ...(await nothingReserved(evidence)), ...(await countsWhatWasCharged(stage, evidence))]
}

async function chargesSince({ chain, world, address }: Stage, block: bigint): Promise<readonly Charge[]> {
  const at = { address: world.token, fromBlock: block + 1n }
  const transfers = await chain.client.getLogs({ ...at, event: getAbiItem({ abi: tokenAbi, name: 'Transfer' }), args: { from: address } })
  const uses = await chain.client.getLogs({ ...at, event: getAbiItem({ abi: tokenAbi, name: 'AuthorizationUsed' }), args: { authorizer: address } })
  return transfers.map(({ args, transactionHash }) => ({
    value: args.value ?? 0n,
    nonce: uses.find((use) => use.transactionHash === transactionHash)?.args.nonce ?? null,
  }))
}

const when = (broken: boolean, sentence: string): readonly string[] => (broken ? [sentence] : [])
const statesOf = (books: readonly Entry[]): string => (books.length === 0 ? 'none' : books.map(({ purchase }) => purchase.state).join(', '))

const chargedOnce: Law = ({ charges }) => when(charges.length > 1, `charged ${charges.length} times for one thing`)

const exactPrice: Law = ({ charges, price }) =>
  charges.flatMap(({ value }) => when(value !== price, `charged ${value.toString()} instead of ${price.toString()}`))

const onlyThisNonce: Law = ({ charges, books, nonce }) => [
  ...charges.flatMap((charge) => when(charge.nonce !== nonce, 'the chain shows another nonce than that of the purchase')),
  ...signaturesIn(books).flatMap((signed) => when(signed !== nonce, 'a second nonce was signed')),
]

const chainAndJournalAgree: Law = ({ charges, books }) => {
  const known = books.filter(({ purchase }) => purchase.settlement !== null).length
  return when(known !== charges.length, `the chain shows ${charges.length} charges and the wallet knows of ${known} (${statesOf(books)})`)
}

const deliveredOrEvidence: Law = ({ books }) =>
  books
    .filter(({ purchase }) => purchase.settlement !== null && purchase.state !== 'delivered')
    .flatMap(({ purchase }) => [
      ...when(purchase.state !== 'undelivered', `charged, and left as ${purchase.state}`),
      ...when(purchase.signed === null, 'charged, not delivered, and the authorization is lost'),
      ...when(purchase.answer === null && purchase.interruption === null, 'charged, not delivered, and nothing says why'),
    ])

/** A seller who knows that it was paid hands the piece out again: then a charged purchase ends as delivered. */
const deliveredWhereItCanBe: Law = ({ plan, charges, books }) => {
  const sellerKnows = !plan.troubles.some((trouble) => trouble.type === 'facilitator' && trouble.change.settle === 'lost')
  const delivered = books.some(({ purchase }) => purchase.state === 'delivered')
  return when(charges.length > 0 && sellerKnows && !delivered, `charged, the seller knows, and it never came (${statesOf(books)})`)
}

const nothingHangs: Law = ({ books }) =>
  books
    .filter(({ purchase }) => !['delivered', 'undelivered', 'void'].includes(purchase.state))
    .map(({ purchase }) => `long after expiry a purchase is ${purchase.state}`)

const journalTellsTheSame: Law = ({ books }) =>
  books.flatMap(({ purchase, rebuilt }) => when(!isDeepStrictEqual(purchase, rebuilt), `snapshot and journal differ (${purchase.state}, ${rebuilt?.state ?? 'broken'})`))

const noHeaderLeftArmed: Law = ({ browser }) => when(browser.rules.all().length > 0, 'a rule with a payment header is left behind')

const journalledBeforeLeaving: Law = ({ early }) => when(early > 0, 'a signature left before the journal said so')

const signedOnlyOnYes: Law = ({ books, reader }) => {
  const signatures = signaturesIn(books).length
  return when(signatures > reader.yeses, `${signatures} signatures for ${reader.yeses} yeses`)
}

/** What the reader is shown: everything that is there can be spent, to the last unit. */
async function nothingReserved({ reader, balance }: Evidence): Promise<readonly string[]> {
  const shown = (await reader.try('account.read', {}))?.balance
  if (shown?.state !== 'known') return ['the balance is not known, though all services work']
  const free = shown.available.atomic
  return when(free !== balance.toString(), `${balance.toString()} are there and ${free} can be spent`)
}

/**
 * What counts against the reader's limits is what the chain has taken, and nothing else: nothing is lost of it, nothing left
 * held. A run that went past midnight has spent on the day that it began on, and nothing today.
 */
async function countsWhatWasCharged({ clock }: Stage, { reader, charges, books }: Evidence): Promise<readonly string[]> {
  const used = (await reader.try('limits.read', {}))?.used.day
  if (used === undefined) return ['the limits cannot be read']
  const today = dayAt(clock.now())
  const isToday = books.every(({ purchase }) => purchase.terms.day === null || purchase.terms.day >= today)
  const total = isToday ? charges.reduce((sum, { value }) => sum + value, 0n) : 0n
  const right = used.paid.atomic === total.toString() && used.held.atomic === '0'
  return when(!right, `${total.toString()} should count today, ${used.paid.atomic} and ${used.held.atomic} held back do`)
}

const signaturesIn = (books: readonly Entry[]): readonly Hex[] =>
  books.flatMap(({ journal }) => journal.flatMap((event) => (event.type === 'signed' ? [event.authorization.nonce] : [])))

const laws: readonly Law[] = [
  chargedOnce,
  exactPrice,
  onlyThisNonce,
  chainAndJournalAgree,
  deliveredOrEvidence,
  deliveredWhereItCanBe,
  nothingHangs,
  journalTellsTheSame,
  noHeaderLeftArmed,
  journalledBeforeLeaving,
  signedOnlyOnYes,
]
