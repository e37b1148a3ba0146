import * as v from 'valibot'

/** What a seller says of one offer. Texts are as they came: judged, never shown as they are. */
export interface FeeStatement {
  readonly version: 1
  readonly resourceUrl: string
  /** CAIP-2. */
  readonly network: string
  readonly asset: string
  readonly payTo: string
  /** The whole price, in atomic units, decimal. */
  readonly amount: string
  readonly items: readonly {
    readonly kind: 'platform' | 'facilitator' | 'network' | 'escrow'
    /** Atomic units, decimal. */
    readonly amount: string
    readonly paidBy: 'reader' | 'seller'
    /** Who gets it, where that is an account of its own. */
    readonly account?: string | undefined
  }[]
}

/** The most statements of one challenge that are read: one for each price it names, and some. */
export const maxStatements = 16

const name = v.pipe(v.string(), v.maxLength(128))

/** Unknown fields are tolerated, and dropped. */
export const feeStatement: v.GenericSchema<unknown, FeeStatement> = v.object({
  version: v.literal(1),
  resourceUrl: v.pipe(v.string(), v.maxLength(4096)),
  network: name,
  asset: name,
  payTo: name,
  amount: v.pipe(v.string(), v.maxLength(78)),
  items: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(['platform', 'facilitator', 'network', 'escrow']),
        amount: v.pipe(v.string(), v.maxLength(78)),
        paidBy: v.optional(v.picklist(['reader', 'seller']), 'seller'),
        account: v.optional(name),
      }),
    ),
    v.maxLength(8),
  ),
})

export const extension = v.object({ extensions: v.object({ 'farthing-fees': v.object({ info: v.object({ statements: v.array(v.unknown()) }) }) }) })
