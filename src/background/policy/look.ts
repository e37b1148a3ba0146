import { err, type Result } from '../../core/result'
import { follow, followRoot, type Judging, type Trusted } from '../../core/policy/trust'
import { bounds, type Role } from '../../core/policy/roles'
import type { LookFault } from '../../store/policy-book'
import type { Mirrored } from './mirror'

/** What a look at a mirror came to. */
export interface Looked {
  readonly trusted: Trusted
  /** What was followed on the way, as it arrived, in that order. */
  readonly arrived: readonly { readonly role: Role; readonly text: string; readonly trusted: Trusted }[]
  readonly faults: readonly { readonly role: Role; readonly fault: LookFault }[]
  /** Somebody answered. */
  readonly reached: boolean
}

/** Nobody changes keys that often; a mirror that has more of them is not followed without end. */
const mostRoots = 32

/**
 * Follows what a mirror has, root by root, then policy and feeds. Whatever is wrong leaves what was trusted; where that is a root, nothing
 * more is taken there (TUF, 5.3).
 */
export async function lookAt(trusted: Trusted, judging: Judging, get: (file: string, maxBytes: number) => Promise<Mirrored>): Promise<Looked> {
  let looked: Looked = { trusted, arrived: [], faults: [], reached: false }
  const take = async (role: Role, file: string, followed: (text: string) => Result<Trusted, LookFault>): Promise<boolean> => {
    const got = await get(file, bounds[role].bytes)
    // The next root is missing as long as there is none.
    if (!got.ok && got.error === 'missing' && role === 'root') return ended()
    const next = got.ok ? followed(got.value) : err<LookFault>('unreachable')
    const reached = looked.reached || got.ok
    if (!next.ok) looked = { ...looked, reached, faults: [...looked.faults, { role, fault: next.error }] }
    else if (next.value === looked.trusted) looked = { ...looked, reached }
    else looked = { ...looked, reached, trusted: next.value, arrived: [...looked.arrived, { role, text: got.ok ? got.value : '', trusted: next.value }] }
    return next.ok
  }
  const ended = (): boolean => {
    looked = { ...looked, reached: true }
    return false
  }
  for (let count = 0; count < mostRoots; count += 1) {
    if (!(await take('root', `root/${looked.trusted.root.document.version + 1}.json`, (text) => followRoot(looked.trusted, text, judging)))) break
  }
  if (looked.faults.some(({ fault }) => fault !== 'unreachable')) return looked
  for (const role of ['policy', 'feeds'] as const) await take(role, `${role}.json`, (text) => follow(looked.trusted, role, text, judging))
  return looked
}
