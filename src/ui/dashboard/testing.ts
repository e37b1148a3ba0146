import type { Input, Reply } from '../../messaging/contract'
import type { AccountView, HistoryRow, LimitsView, MoneyView, PaymentDetail, PaymentRow, SecurityView, Settings, WalletView, Way } from '../../messaging/views'
import { pages } from './pages'

/** Screens are fetched when they are opened; a test that is not about that has all of them before. */
export const fetchScreens = async (): Promise<void> => {
  for (const { screen } of pages) await screen.load()
}

/** Views for tests of the dashboard. */
export const usdc = (atomic: bigint): MoneyView => ({ atomic: atomic.toString(), decimals: 6, symbol: 'USDC' })

export const account: AccountView = {
  address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
  network: { id: 'eip155:8453', label: 'Base', test: false, symbol: 'USDC' },
  balance: { state: 'known', total: usdc(0n), available: usdc(0n), reserved: usdc(0n) },
  purses: null,
}

export const settings: Settings = {
  network: 'eip155:8453',
  testNetworks: false,
  endpoints: {},
  currency: 'USD',
  autoLockMinutes: 15,
  cardInPages: true,
  access: 'on-click',
  fundingBps: 0,
  askAbove: '1000000',
  tipService: null,
  policyHost: null,
  keepCopies: true,
  copiesMegabytes: 250,
  quiet: ['rules'],
  badge: 'price',
}

/** A password, which opens the wallet by itself. */
export const passwordWay: Way = { slot: 'c2xvdC1wYXNzd29yZC0wMDE=', kind: 'password', passkey: null }

export const passkeyWay: Way = {
  slot: 'c2xvdC1wYXNza2V5LS0wMDE=',
  kind: 'passkey',
  passkey: { credential: 'Y3JlZGVudGlhbC0wMDAwMQ==', salt: 'c2FsdC1mb3ItdGVzdHMtMzItYnl0ZXMtbG9uZy0uLi4=', rpId: null },
}

export const unlocked: WalletView = { state: 'unlocked', backedUp: true, ways: [passwordWay], waitUntil: null, pin: false }

/** A door with a password, at which nothing has happened. */
export const security: SecurityView = {
  slots: [{ ...passwordWay, name: 'Password', createdAt: Date.UTC(2026, 2, 3, 12), removable: true }],
  session: { at: Date.UTC(2026, 2, 3, 12), how: 'password' },
  pin: false,
  code: false,
  drillDueAt: null,
  events: [],
}

/** Limits as they are from the start, with nothing spent. */
export const limits: LimitsView = {
  limits: { payment: usdc(2_000_000n), siteDay: usdc(3_000_000n), tip: usdc(2_000_000n), tipDay: usdc(5_000_000n), day: usdc(5_000_000n), month: usdc(30_000_000n) },
  used: {
    day: { held: usdc(0n), paid: usdc(0n), left: usdc(5_000_000n) },
    month: { held: usdc(0n), paid: usdc(0n), left: usdc(30_000_000n) },
    tipDay: { held: usdc(0n), paid: usdc(0n), left: usdc(5_000_000n) },
  },
  sites: [],
}

let count = 0

/** A payment of five cents, delivered, with an id of its own. */
export function payment(facts: Partial<PaymentRow>): PaymentRow {
  count++
  return {
    id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    at: Date.UTC(2026, 2, 3),
    title: 'A field guide to pylons',
    host: 'harbour.example',
    kind: 'document',
    amount: usdc(50_000n),
    state: 'delivered',
    status: 'Paid',
    tone: 'good',
    unasked: false,
    ...facts,
  }
}

/** Everything about such a payment. */
export function paymentDetail(facts: Partial<PaymentDetail>): PaymentDetail {
  return {
    ...payment({}),
    sentence: 'Paid. It is yours to keep.',
    page: 'https://harbour.example/pylons',
    networkLabel: 'Base',
    note: null,
    label: null,
    tags: [],
    reported: false,
    payee: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
    feeLines: [],
    transaction: null,
    explorer: null,
    nonce: `0x${'9f'.repeat(32)}`,
    offer: { worth: 'none', sentence: 'The seller signed no price.' },
    receipt: { worth: 'none', sentence: 'The seller signed no receipt.' },
    timeline: [{ at: 0, sentence: 'You agreed to the price.' }],
    covers: null,
    converted: null,
    canRetry: false,
    refunded: null,
    dispute: null,
    ...facts,
  }
}

/** A payment as the history lists it, without a word of the reader's own. */
export const historyRow = (facts: Partial<HistoryRow>): HistoryRow => ({ ...payment(facts), network: 'eip155:8453', label: null, tags: [], refunded: null, ...facts })

const isPaid = ({ state }: PaymentRow): boolean => ['settled', 'delivered', 'undelivered'].includes(state)

/** Answers as the worker does, of payments with the newest first: every word is looked for in title, site, note and tags. */
export function searched(all: readonly HistoryRow[], input: Input<'history.search'>): Reply<'history.search'> {
  const { text, hosts, states, kinds, tags, refunded, from, to, sort, offset, limit } = input
  const isIn = <T>(some: readonly T[], value: T): boolean => some.length === 0 || some.includes(value)
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const found = all.filter((row) => {
    const written = words.length === 0 ? '' : [row.title, row.host, row.label ?? '', ...row.tags].join(' ').toLowerCase()
    const isThen = (from === null || row.at >= from) && (to === null || row.at < to)
    return isThen && (!refunded || row.refunded !== null) && words.every((word) => written.includes(word)) && isIn(hosts, row.host) && isIn(states, row.state) && isIn(kinds, row.kind) && (tags.length === 0 || row.tags.some((tag) => tags.includes(tag)))
  })
  const sorted = sort === 'oldest' ? found.toReversed() : found
  const counts = (names: readonly string[]) => [...new Set(names)].map((name) => ({ name, count: names.filter((each) => each === name).length }))
  const sum = found.filter(isPaid).reduce((before, { amount }) => before + BigInt(amount.atomic), 0n)
  return {
    ok: true,
    value: {
      rows: sorted.slice(offset, offset + limit),
      count: found.length,
      sums: found.some(isPaid) ? [{ ...usdc(sum), network: 'eip155:8453', networkLabel: 'Base' }] : [],
      hosts: counts(found.map(({ host }) => host)).map(({ name, count }) => ({ host: name, count })),
      tags: counts(found.flatMap((row) => row.tags)).map(({ name, count }) => ({ tag: name, count })),
      reading: null,
    },
  }
}

/** The same of more payments than a test has time to make: "Piece 0" is the first of them, and they are made as they are asked for. */
export function countless(count: number, { offset, limit }: Input<'history.search'>): Reply<'history.search'> {
  const rows = Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, step) => historyRow({ title: `Piece ${String(offset + step)}` }))
  return { ok: true, value: { rows, count, sums: [], hosts: [], tags: [], reading: null } }
}
