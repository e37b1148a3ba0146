import * as v from 'valibot'
import { evidenceItems, longestWords, problems } from '../core/dispute/problem'
import type { AssessmentView, DisputeDetail, DisputeDraftView, DisputePreviewView, DisputeRow, RefundLookView } from './dispute-views'
import { row } from './row'

const nothing = v.strictObject({})
const id = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/))
const words = v.pipe(v.string(), v.maxLength(longestWords))

const request = {
  payment: id,
  problem: v.picklist(problems),
  /** What is asked back, in atomic units. */
  amount: v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,77}$/)),
  words,
  share: v.pipe(v.array(v.picklist(evidenceItems)), v.maxLength(evidenceItems.length)),
}

/** What is asked when a sale went wrong. */
export const disputeContract = {
  /** What the wallet knows of a problem with a payment, and what can be done. Asks the chain; tells the seller nothing. */
  'disputes.assess': row<AssessmentView>()('own', v.strictObject({ payment: id, problem: v.picklist(problems) })),
  /** What would be sent. Nothing is kept, signed or sent. */
  'disputes.preview': row<DisputePreviewView>()('own', v.strictObject(request)),
  /** Keeps what the reader has written of a request, sealed, until it is sent or thrown away (null). */
  'disputes.draft': row<null>()(
    'own',
    v.strictObject({ payment: id, problem: request.problem, draft: v.nullable(v.strictObject({ amount: v.pipe(v.string(), v.maxLength(20)), words, share: request.share })) }),
  ),
  /** What was begun and not sent, the newest first. */
  'disputes.drafts': row<readonly DisputeDraftView[]>()('own', nothing),
  /** Signs the request, keeps it, and sends it once there is a network. One dispute a payment is under way at a time. */
  'disputes.file': row<{ readonly dispute: string }>()('own', v.strictObject(request)),
  /** All disputes, those that wait for the reader first, then the newest. */
  'disputes.list': row<readonly DisputeRow[]>()('own', nothing),
  'disputes.read': row<DisputeDetail | null>()('own', v.strictObject({ dispute: id, country: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), null) })),
  /** Asks the seller and the chain now. */
  'disputes.refresh': row<null>()('own', v.strictObject({ dispute: id })),
  /** What happened outside the wallet: the letter was sent, the seller agreed or declined. */
  'disputes.note': row<null>()('own', v.strictObject({ dispute: id, what: v.picklist(['sent', 'accepted', 'denied']) })),
  /** Answers a seller's no, once. */
  'disputes.counter': row<null>()('own', v.strictObject({ dispute: id, words: v.pipe(words, v.minLength(1)) })),
  /** The reader turns to a body outside. */
  'disputes.escalate': row<null>()('own', v.strictObject({ dispute: id, to: v.pipe(v.string(), v.maxLength(64)) })),
  'disputes.close': row<null>()('own', v.strictObject({ dispute: id, outcome: v.picklist(['settled', 'abandoned']) })),
  /** The whole bundle with its log, as a file that others can check. */
  'disputes.save': row<{ readonly name: string; readonly text: string }>()('own', v.strictObject({ dispute: id })),
  /** Looks on the chain for money that came back for a payment. */
  'refunds.look': row<RefundLookView>()('own', v.strictObject({ payment: id })),
  /** Whether a transfer is the refund of this payment. */
  'refunds.answer': row<RefundLookView>()('own', v.strictObject({ payment: id, candidate: v.pipe(v.string(), v.maxLength(140)), isIt: v.boolean() })),
} as const
