import type { Documents, Policy, Root } from '../../src/core/policy/documents'
import { isInRange, parameterNames, type ParameterName } from '../../src/core/policy/parameters'
import { roles, type Role } from '../../src/core/policy/roles'
import type { Held, Trusted } from '../../src/core/policy/trust'
import type { PublicKey } from './keys'

const day = 24 * 3_600_000
/** For how many days each document holds. */
const holds: Record<Role, number> = { root: 730, policy: 90, feeds: 7 }

const seconds = (time: number): string => new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z')
export const times = (role: Role, now: number) => ({ issued: seconds(now), expires: seconds(now + holds[role] * day) })

const noHash = '0'.repeat(64)
const never = { spec: '1', issued: '', expires: '', rootVersion: 0, seq: 0, prev: '' } as const
/** What the first documents follow from. Nobody trusts it, and nothing is read from it. */
export const nothingYet: { readonly policy: Held<Policy>; readonly feeds: Held<Documents['feeds']> } = {
  policy: { document: { _type: 'policy', ...never, minWallet: '0.1.0', parameters: {}, model: null, withdrawn: [], texts: [], why: [] }, hash: noHash },
  feeds: { document: { _type: 'feeds', ...never, rates: null, listed: { 'takes-the-words': '', pretends: '', 'takes-and-keeps': '' } }, hash: noHash },
}

/** Before the first root there is one of no number with the same people: it has to be signed by those it names. */
export const beforeFirst = (root: Root): Held<Root> => ({ document: { ...root, version: 0 }, hash: noHash })

/** Who signs what, and how many of them have to. */
export type People = Readonly<Record<Role, { readonly keys: readonly PublicKey[]; readonly threshold: number }>>

export function rootDraft(version: number, people: People, now: number): Root {
  const all = roles.flatMap((role) => people[role].keys)
  const named = (role: Role) => ({ keyids: people[role].keys.map(({ id }) => id), threshold: people[role].threshold })
  return {
    _type: 'root',
    spec: '1',
    version,
    ...times('root', now),
    keys: Object.fromEntries(all.map(({ id, key }) => [id, key])),
    roles: { root: named('root'), policy: named('policy'), feeds: named('feeds') },
  }
}

/** Who signs what by a root. */
export function peopleOf({ keys, roles: named }: Root): People {
  const people = (role: Role) => ({ keys: named[role].keyids.map((id) => ({ id, key: keys[id] ?? '' })), threshold: named[role].threshold })
  return { root: people('root'), policy: people('policy'), feeds: people('feeds') }
}

/** The next policy after one, saying the same for as long again, with what is to be said otherwise. */
export function policyDraft(trusted: Pick<Trusted, 'root' | 'policy'>, more: Partial<Policy>, now: number): Policy {
  const { document, hash } = trusted.policy
  return { ...document, ...more, rootVersion: trusted.root.document.version, seq: document.seq + 1, prev: hash, ...times('policy', now) }
}

export function feedsDraft(trusted: Pick<Trusted, 'root' | 'feeds'>, more: Partial<Documents['feeds']>, now: number): Documents['feeds'] {
  const { document, hash } = trusted.feeds
  return { ...document, ...more, rootVersion: trusted.root.document.version, seq: document.seq + 1, prev: hash, ...times('feeds', now) }
}

/**
 * Reads `name=number` as it is typed.
 * @throws for names nobody knows, and numbers no wallet would take
 */
export function readParameters(texts: readonly string[]): Policy['parameters'] {
  const pairs = texts.map((text): [ParameterName, number] => {
    const [name, value = ''] = text.split('=')
    const known = parameterNames.find((one) => one === name)
    if (known === undefined) throw new Error(`There is no parameter ${name ?? ''}. There are: ${parameterNames.join(', ')}.`)
    if (!/^\d+$/.test(value) || !isInRange(known, Number(value))) throw new Error(`${known} does not go to ${value}.`)
    return [known, Number(value)]
  })
  return Object.fromEntries(pairs)
}
