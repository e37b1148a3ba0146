import { describe, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => ({ browser: {} }))

import { delivered, expired, fold, quoted, reserved, sent, settled, signed, terms } from '../../core/purchase/machine.fixtures'
import type { Purchase, PurchaseTerms } from '../../core/purchase/purchase'
import { keepsNumber } from './forgetting-desk'

/** Whose own number of a purchase is the one in the fixtures where its address and counter are. */
const keyring = { purchaseNonce: ({ resource, counter }: { readonly resource: string; readonly counter: number }) => (resource === terms.resource && counter === 0 ? terms.nonce : (`0x${'00'.repeat(32)}` as const)) }

function bought(change: Partial<PurchaseTerms>, isPaid = true): Purchase {
  const purchase = fold([{ ...quoted, terms: { ...terms, ...change } }, reserved, signed, sent, ...(isPaid ? [settled, delivered] : [expired])])
  if (purchase === null) throw new Error('no purchase')
  return purchase
}

describe('whether the number of a forgotten purchase is kept', () => {
  it('is not where the number is the wallet’s own: the token refuses it, and tells that it is used', () => {
    expect(keepsNumber(bought({}), keyring, true)).toBe(false)
    expect(keepsNumber(bought({ resource: `${terms.resource}?utm_source=letter#part` }), keyring, true), 'in another spelling of its address').toBe(false)
  })

  it('is where a seller has dictated it: nothing else tells that it was paid', () => {
    expect(keepsNumber(bought({ counter: 1 }), keyring, true)).toBe(true)
    expect(keepsNumber(bought({ resource: 'https://other.example/' }), keyring, true)).toBe(true)
  })

  it('is for tips, which would be taken for the last ones', () => {
    expect(keepsNumber(bought({ kind: 'tip' }), keyring, true)).toBe(true)
  })

  it('is where there are several purses: another may pay the next time, whose numbers are others', () => {
    expect(keepsNumber(bought({}), keyring, false)).toBe(true)
    expect(keepsNumber(bought({}, false), keyring, false)).toBe(false)
  })

  it('is not where nothing was paid', () => {
    expect(keepsNumber(bought({ counter: 1, kind: 'tip' }, false), keyring, true)).toBe(false)
  })
})
