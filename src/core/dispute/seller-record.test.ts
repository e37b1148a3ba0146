import { expect, it } from 'vitest'
import type { Dispute, DisputeEvent } from './dispute'
import { asked, filing } from './dispute.fixtures'
import { applyDisputeEvent } from './machine'
import { sellerRecordOf } from './seller-record'

const says = (said: 'executed' | 'denied'): DisputeEvent => ({ type: 'answered', answer: { said, amount: null, transaction: null, denial: null, words: null, sha256: `0x${'1'.repeat(64)}` } })
const back: DisputeEvent = { type: 'refund', amount: 50_000n, transaction: `0x${'ef'.repeat(32)}`, logIndex: 1 }

function lived(...events: readonly DisputeEvent[]): Dispute {
  const all: readonly DisputeEvent[] = [{ type: 'filed', filing }, { type: 'sending', what: 'request' }, { type: 'sent', what: 'request' }, ...events]
  const end = all.reduce<Dispute | null>((dispute, event) => {
    const applied = applyDisputeEvent(dispute, event, asked)
    return applied.ok ? applied.value : dispute
  }, null)
  if (end === null) throw new Error('no dispute')
  return end
}

it('there is none where nothing was asked', () => {
  expect(sellerRecordOf([])).toBeNull()
})

it.each<readonly [string, readonly DisputeEvent[], object]>([
  ['gave it back', [back], { refunded: 1, denied: 0, silent: 0 }],
  ['said no, and gave it back', [says('denied'), back], { refunded: 1, denied: 0, silent: 0 }],
  ['said no', [says('denied')], { refunded: 0, denied: 1, silent: 0 }],
  ['never answered', [{ type: 'silent' }], { refunded: 0, denied: 0, silent: 1 }],
  ['promised, and did not give', [says('executed'), { type: 'checked', agrees: false }], { refunded: 0, denied: 0, silent: 1 }],
  ['promised lately', [says('executed')], { refunded: 0, denied: 0, silent: 0 }],
  ['never answered until it was over', [{ type: 'closed', outcome: 'lost' }], { refunded: 0, denied: 0, silent: 1 }],
  ['was let off by the reader', [{ type: 'closed', outcome: 'abandoned' }], { refunded: 0, denied: 0, silent: 0 }],
])('a seller that %s', (_, events, record) => {
  expect(sellerRecordOf([lived(...events)])).toEqual({ requests: 1, ...record })
})

it('no dispute counts twice', () => {
  const all = [lived(back), lived(says('denied')), lived({ type: 'silent' }), lived()]
  expect(sellerRecordOf(all)).toEqual({ requests: 4, refunded: 1, denied: 1, silent: 1 })
})
