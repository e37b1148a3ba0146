import { filesOf, isUsable, pathOf, type KeptFile, type NamedFile } from '../../core/policy/files'
import type { InForce } from '../../core/policy/consent'
import type { LookFault, PolicyBook } from '../../store/policy-book'
import type { Mirrored } from './mirror'

type Naming = Pick<InForce, 'model' | 'texts'>

/** Whether everything that a policy names is here: only then is the reader asked about it, so that they can read what they are asked. */
export async function isComplete(book: PolicyBook, policy: Naming): Promise<boolean> {
  const named = filesOf(policy)
  const kept = named.length === 0 ? [] : [...(await book.files('model')), ...(await book.files('text'))]
  return named.every((file) => kept.some(({ sha256 }) => sha256 === file.sha256))
}

/**
 * Fetches what a policy names and is not here, whichever language it is in: a mirror does not learn which one is read. What neither that
 * policy nor the one that holds names is let go.
 * @returns what was wrong
 */
export async function collectFiles(book: PolicyBook, offered: Naming, inForce: Naming, get: (file: string, maxBytes: number) => Promise<Mirrored>): Promise<readonly LookFault[]> {
  const named = [...filesOf(offered), ...filesOf(inForce)]
  const faults = new Set<LookFault>()
  for (const kind of ['model', 'text'] as const) {
    const kept = await book.files(kind)
    const wanted = named.filter((file) => file.kind === kind)
    const all = new Map<string, KeptFile>()
    for (const file of wanted) {
      const found = kept.find(({ sha256 }) => sha256 === file.sha256) ?? all.get(file.sha256) ?? (faults.has('no-file') ? 'no-file' : await fetched(file, get))
      if (typeof found === 'string') faults.add(found)
      else all.set(found.sha256, found)
    }
    await book.keepFiles(kind, [...all.values()])
  }
  return [...faults]
}

async function fetched(file: NamedFile, get: (path: string, maxBytes: number) => Promise<Mirrored>): Promise<KeptFile | LookFault> {
  const got = await get(pathOf(file), file.bytes)
  if (!got.ok) return 'no-file'
  return isUsable(file, got.value) ? { sha256: file.sha256, body: got.value } : 'bad-file'
}
