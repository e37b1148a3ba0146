import { networks, type NetworkId } from '../../networks/networks'
import { encodeBase64 } from '../base64'
import type { Answer, DialectId } from '../dialect'
import { readNamed } from '../named/answer'
import type { Convention } from '../named/conventions'
import type { PayingContext } from '../paying'
import { dialects, readChallenge } from '../registry'
import { page } from './recorded.fixtures'

/** What is made of an answer: a challenge that is read, with what can be paid and why the rest cannot; or one that cannot be read; or a name. */
export type Reading =
  | { readonly dialect: DialectId; readonly amounts: readonly bigint[]; readonly refused: readonly string[] }
  | { readonly fault: string }
  | { readonly named: Convention }
  | { readonly nothing: true }

/** An answer of a server, and how it is to be read. */
export interface AnswerCase {
  readonly name: string
  /** Who wrote what is in it: a document, a program and its version, or we. */
  readonly source: string
  /** The case waits until this dialect is registered. */
  readonly needs?: Exclude<DialectId, 'x402-v2'>
  /** Where the wallet is set otherwise than to Base Sepolia with test money on. */
  readonly settings?: Partial<PayingContext>
  readonly answer: Answer
  readonly expected: Reading
}

/** A page, and what is found in it, most specific first. */
export interface PageCase {
  readonly name: string
  readonly source: string
  readonly html: string
  readonly expected: readonly Convention[]
}

const baseSepolia: NetworkId = 'eip155:84532'
const context = (settings: Partial<PayingContext>): PayingContext => ({ networks, testNetworks: true, active: baseSepolia, ...settings })

export function isSpoken(dialect: DialectId): boolean {
  return dialects(context({})).some(({ id }) => id === dialect)
}

/** Reads an answer as the worker does: in the dialects first, by name if none speaks. */
export function readAnswer({ answer, settings = {} }: Pick<AnswerCase, 'answer' | 'settings'>): Reading {
  const challenge = readChallenge(answer, dialects(context(settings)))
  if (challenge?.ok === false) return { fault: challenge.error }
  if (challenge?.ok === true) {
    const { dialect, offers, refused } = challenge.value
    return { dialect, amounts: offers.map(({ amount }) => amount), refused }
  }
  const named = readNamed(answer)
  return named === null ? { nothing: true } : { named: named.convention }
}

/** An answer with these headers, whose names are lower case. A body is one of JSON. */
export function answer(headers: Readonly<Record<string, string>>, { status = 402, url = page, body }: { readonly status?: number; readonly url?: string; readonly body?: string } = {}): Answer {
  return { url, status, headers: new Map(Object.entries(headers)), ...(body === undefined ? {} : { body }) }
}

/** An answer with a PAYMENT-REQUIRED header that says this. */
export const requiring = (json: unknown, status = 402): Answer => answer({ 'payment-required': encodeBase64(JSON.stringify(json)) }, { status })

export const ours = 'hand-made'
export const hostile = 'hand-made: hostile'
