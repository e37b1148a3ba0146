import type { AccountView, LimitsView, MoneyView, PaymentDetail, PaymentRow, SecurityView, Settings, WalletView, Way } from '../../messaging/views'

/** Views for tests of the dashboard. */
export const usdc = (atomic: bigint): MoneyView => ({ atomic: atomic.toString(), decimals: 6, symbol: 'USDC' })

export const account: AccountView = {
  address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
  network: { id: 'eip155:8453', label: 'Base', test: false, symbol: 'USDC' },
  balance: { state: 'known', total: usdc(0n), available: usdc(0n), reserved: usdc(0n) },
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
    ...facts,
  }
}
