import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Policy } from '../../src/core/policy/documents'
import { textIds } from '../../src/core/policy/documents'
import { isUsable, pathOf, type NamedFile } from '../../src/core/policy/files'
import { networks } from '../../src/core/networks/networks'
import { readParameters } from './draft'
import { mustRead, type Folder } from './folder'

/** What somebody who drafts a policy has typed. */
export interface Typed {
  /** `name=number` */
  readonly set: readonly string[]
  /** A file. */
  readonly model: string | undefined
  /** `terms:en:file` */
  readonly texts: readonly string[]
  /** The day that model and texts are of. */
  readonly dated: string
  readonly withdraw: readonly string[]
  /** `model`, `terms:en`, or a network that comes back. */
  readonly without: readonly string[]
  /** Nothing of what the last policy said stays. */
  readonly clear: boolean
}

type Said = Pick<Policy, 'parameters' | 'model' | 'texts' | 'withdrawn'>
const nothing: Said = { parameters: {}, model: null, texts: [], withdrawn: [] }

/**
 * What the next policy says: what the last one did, and the difference. Files are put into the folder under the name of what is in them.
 * @throws for what no wallet would take
 */
export function said(folder: Folder, { set, model, texts, dated, withdraw, without, clear }: Typed): Said {
  const last = folder.read('policy.json')
  const before: Said = clear || last === null ? nothing : mustRead('policy', last).signed
  const written = texts.map((typed) => textOf(folder, typed, dated))
  const isKept = ({ id, lang }: Policy['texts'][number]): boolean => !written.some((one) => one.id === id && one.lang === lang) && !without.includes(`${id}:${lang}`)
  return {
    parameters: { ...before.parameters, ...readParameters(set) },
    model: model === undefined ? (without.includes('model') ? null : before.model) : named(folder, 'model', readFileSync(model, 'utf8'), dated),
    texts: [...before.texts.filter(isKept), ...written],
    withdrawn: [...new Set([...before.withdrawn, ...withdraw.map(networkOf)])].filter((id) => !without.includes(id)),
  }
}

function textOf(folder: Folder, typed: string, dated: string): Policy['texts'][number] {
  const [name, lang = '', ...file] = typed.split(':')
  const id = textIds.find((one) => one === name)
  if (id === undefined) throw new Error(`There is no text ${name ?? ''}. There are: ${textIds.join(', ')}.`)
  return { ...named(folder, 'text', readFileSync(file.join(':'), 'utf8'), dated), id, lang }
}

function named(folder: Folder, kind: NamedFile['kind'], body: string, version: string): { version: string; sha256: string; bytes: number } {
  const file = { kind, sha256: createHash('sha256').update(body).digest('hex'), bytes: Buffer.byteLength(body) }
  if (!isUsable(file, body)) throw new Error(`No wallet can read this ${kind}.`)
  folder.write(pathOf(file), body)
  return { version, sha256: file.sha256, bytes: file.bytes }
}

function networkOf(typed: string): Policy['withdrawn'][number] {
  const network = networks.find(({ id }) => id === typed)
  if (network === undefined) throw new Error(`There is no network ${typed}.`)
  return network.id
}
