import * as v from 'valibot'
import { parseAddress } from '../authorization/address'
import type { Address } from '../hex'
import { parseAtomic } from '../money'
import type { NetworkId } from '../networks/networks'
import { readSignedAs, verifyStatement, type Verifier } from '../receipt'
import { canonicalResource } from '../purchase/identity'
import { extension, feeStatement, maxStatements, type FeeStatement } from './wire'

/** What is taken out of a price, or put on top of the content's own, for somebody else than the creator. */
export interface DeclaredFee {
  readonly kind: 'platform' | 'facilitator' | 'network' | 'escrow'
  /** Atomic units. */
  readonly amount: bigint
  /** 'reader': it stands beside the content in the total. 'seller': the creator passes it on out of what was paid. */
  readonly paidBy: 'reader' | 'seller'
  readonly account: Address | null
}

/**
 * What a seller says of where the money goes: the whole of it, so that what is not in it is not taken.
 * - none: nothing that speaks of this offer
 * - void: it contradicts itself or its price, or is signed by somebody else than who is paid. None of it counts.
 */
export type Declaration =
  | { readonly state: 'none' }
  | { readonly state: 'declared' | 'signed'; readonly fees: readonly DeclaredFee[] }
  | { readonly state: 'void'; readonly why: 'contradiction' | 'stranger' }

/** The offer that a declaration has to speak of. */
export interface Declared {
  /** The URL that asked for payment. */
  readonly resource: string
  readonly network: NetworkId
  readonly asset: Address
  readonly payTo: Address
  /** Atomic units of the asset. */
  readonly amount: bigint
}

/**
 * What the extension `farthing-fees` of a challenge says of one offer (docs/PROTOCOLS.md). A signed statement counts before
 * a plain one. Never throws.
 * @param challengeJson the parsed challenge
 */
export function readDeclaration(challengeJson: unknown, offer: Declared, verifier: Verifier): Declaration {
  const parsed = v.safeParse(extension, challengeJson)
  if (!parsed.success) return { state: 'none' }
  const entries = parsed.output.extensions['farthing-fees'].info.statements.slice(0, maxStatements)
  const signed = entries.map((entry) => readSignedAs(entry, feeStatement)).flatMap((read) => (read.ok && speaksOf(read.value.payload, offer) ? [read.value] : []))
  const [first] = signed
  if (first !== undefined) {
    const verified = verifyStatement(first, verifier)
    if (!verified.ok || verified.value.signer.address !== offer.payTo) return { state: 'void', why: 'stranger' }
    return feesOf(first.payload, offer, 'signed')
  }
  const plain = entries.map((entry) => v.safeParse(plainStatement, entry)).find((read) => read.success && speaksOf(read.output.payload, offer))
  return plain?.success === true ? feesOf(plain.output.payload, offer, 'declared') : { state: 'none' }
}

const plainStatement = v.object({ format: v.literal('plain'), payload: feeStatement })

function speaksOf(statement: FeeStatement, { resource, network, asset, payTo, amount }: Declared): boolean {
  return (
    URL.canParse(statement.resourceUrl) &&
    canonicalResource(statement.resourceUrl) === canonicalResource(resource) &&
    statement.network === network &&
    parseAddress(statement.asset) === asset &&
    parseAddress(statement.payTo) === payTo &&
    parseAtomic(statement.amount) === amount
  )
}

/** Each kind once, every amount an amount, and together no more than the price. */
function feesOf({ items }: FeeStatement, { amount }: Declared, state: 'declared' | 'signed'): Declaration {
  const fees = items.map(readFee)
  const kinds = new Set(items.map(({ kind }) => kind))
  const sum = fees.reduce((total, fee) => total + (fee?.amount ?? 0n), 0n)
  if (fees.includes(null) || kinds.size < items.length || sum > amount) return { state: 'void', why: 'contradiction' }
  return { state, fees: fees.filter((fee) => fee !== null) }
}

function readFee({ kind, amount, paidBy, account }: FeeStatement['items'][number]): DeclaredFee | null {
  const atomic = parseAtomic(amount)
  const to = account === undefined ? null : parseAddress(account)
  if (atomic === null || (account !== undefined && to === null)) return null
  return { kind, amount: atomic, paidBy, account: to }
}
