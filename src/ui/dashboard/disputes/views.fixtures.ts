import type { AssessmentView, DisputeDetail, DisputePreviewView, DisputeRow, SaleTermsView } from '../../../messaging/dispute-views'
import { payment, usdc } from '../testing'

/** Views for tests of what happens when a sale went wrong. */
export const terms: SaleTermsView = {
  sentence: 'When you paid, the seller promised money back within 14 days.',
  endpointHost: 'harbour.example',
  contact: 'mailto:help@harbour.example?bcc=spy@evil.example&body=hello',
  policyUrl: 'https://harbour.example/refunds',
  changed: false,
}

export const disputeId = '00000000-0000-4000-9000-000000000001'

/** What is known of a payment that never arrived, at a seller that takes requests. */
export function assessment(facts: Partial<AssessmentView>): AssessmentView {
  return {
    payment: payment({}),
    problem: 'not-delivered',
    facts: ['The seller took $0.05, and sent an empty page.'],
    helps: [],
    ask: { possible: true, most: usdc(50_000n), proposed: usdc(50_000n), way: 'endpoint', until: Date.UTC(2026, 2, 17) },
    terms,
    seller: null,
    ...facts,
  }
}

export const preview: DisputePreviewView = {
  items: [
    { item: 'challenge', text: '{"price":"0.05"}' },
    { item: 'timeline', text: 'You agreed to the price.' },
  ],
  request: '{"amount":"50000"}',
  letter: 'Dear seller,\nplease give it back.',
  respondBy: Date.UTC(2026, 2, 10),
}

/** A request that was sent and is not answered yet. */
export function disputeRow(facts: Partial<DisputeRow>): DisputeRow {
  return {
    id: disputeId,
    payment: payment({}).id,
    title: 'A field guide to pylons',
    host: 'www.harbour.example',
    problem: 'not-delivered',
    state: 'filed',
    outcome: null,
    status: 'Asked',
    tone: 'quiet',
    asked: usdc(50_000n),
    back: null,
    openedAt: Date.UTC(2026, 2, 3),
    next: { at: Date.UTC(2026, 2, 10), sentence: 'The seller is to answer.' },
    waitsForReader: false,
    ...facts,
  }
}

export function disputeDetail(facts: Partial<DisputeDetail>): DisputeDetail {
  return {
    ...disputeRow({}),
    sentence: 'The seller still has the money. It was asked to give it back.',
    unseen: null,
    answer: null,
    way: 'endpoint',
    terms,
    words: 'It stayed empty.',
    request: '{"amount":"50000"}',
    letter: 'Dear seller',
    shared: ['timeline'],
    log: [{ at: Date.UTC(2026, 2, 3), by: 'reader', sentence: 'Asked for the money back.' }],
    isIntact: true,
    can: { refresh: true, markSent: false, markAnswered: false, counter: false, escalate: false, close: true },
    candidates: [],
    outside: { country: null, countries: ['DE', 'AT'], bodies: [] },
    ...facts,
  }
}
