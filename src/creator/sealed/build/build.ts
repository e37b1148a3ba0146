import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { base64urlnopad } from '@scure/base'
import { isSealedPart } from '../../../core/sealed/format'
import { filesIn, ledgerName, secretName } from './files'
import { LeakFinder, isClosed } from './leaks'
import { Ledger } from './ledger'
import { sealPage, type SealedPart, type Selling } from './pages'
import { readSecret } from './secret'

export interface BuildOptions extends Selling {
  /** The author's own folder, with everything that is for sale in it. */
  readonly source: string
  /** What is published. */
  readonly out: string
  /** The folder that holds the secret and the ledger; never one that is published. */
  readonly memory: string
  /** Hears of every page as it is sealed. */
  readonly progress?: (path: string) => void
}

export interface Built {
  readonly type: 'built'
  readonly parts: readonly (SealedPart & { readonly page: string })[]
  /** How many files were copied as they are. */
  readonly copied: number
  readonly secretIsNew: boolean
  readonly advice: readonly Remark[]
}

/** Nothing was written to the folder that is published. */
export interface Refused {
  readonly type: 'refused'
  readonly faults: readonly Remark[]
}

/** A sentence about a file. */
export interface Remark {
  readonly file: string
  readonly sentence: string
}

interface Outcome {
  readonly pages: Map<string, string>
  readonly parts: (SealedPart & { readonly page: string })[]
  readonly faults: Remark[]
  readonly advice: Remark[]
}

const isPage = (path: string): boolean => /\.x?html?$/i.test(path)
const mayHoldText = (html: string): boolean => /<pay-wall|data-paid/i.test(html)

/**
 * Makes of an author's folder one that can be published: what is for sale is sealed, everything else is copied as it is. Where what is
 * for sale stands in any other file as well, nothing is written.
 * @throws what the file system says
 */
export async function buildSite(options: BuildOptions): Promise<Built | Refused> {
  const source = resolve(options.source)
  const out = resolve(options.out)
  const memory = resolve(options.memory)
  const misplaced = placesFault(source, out, memory)
  if (misplaced !== null) return { type: 'refused', faults: [misplaced] }
  const { paths, links } = await filesIn(source, out)
  const { secret, isNew } = await readSecret(join(memory, secretName))
  const ledger = await Ledger.open(join(memory, ledgerName), secret)
  const outcome = await sealPages(source, paths, options, { ciphers: crypto.subtle, secret, ledger })
  outcome.advice.push(...links.map((file) => ({ file, sentence: 'A link to another place on this computer: it was not copied.' })))
  const leftover = await filesIn(out).catch(() => ({ paths: [], links: [] }))
  await lookForLeaks(source, out, paths, leftover.paths, outcome, secret)
  const { pages, parts, faults, advice } = outcome
  if (faults.length > 0) return { type: 'refused', faults }
  await ledger.save()
  const copied = await write(source, out, paths, outcome)
  await removeStale(out, leftover.paths, new Set([...paths, ...parts.map(({ path }) => path)]))
  return { type: 'built', parts, copied: copied - pages.size, secretIsNew: isNew, advice }
}

/** The folders have to be apart: what is secret must not be where it is published from, and nothing may be written over its source. */
function placesFault(source: string, out: string, memory: string): Remark | null {
  const isIn = (path: string, folder: string): boolean => !relative(folder, path).startsWith('..')
  if (isIn(source, out)) return { file: out, sentence: 'The folder for the result holds the source. Name another one.' }
  if (isIn(memory, out)) return { file: join(memory, secretName), sentence: 'The secret of the site would lie in the folder that is published. Name another folder with --memory.' }
  return null
}

async function sealPages(source: string, paths: readonly string[], selling: Selling & Pick<BuildOptions, 'progress'>, tools: Parameters<typeof sealPage>[3]): Promise<Outcome> {
  const outcome: Outcome = { pages: new Map(), parts: [], faults: [], advice: [] }
  for (const file of paths.filter(isPage)) {
    const html = await readFile(join(source, file), 'utf8')
    if (!mayHoldText(html)) continue
    const sealed = await sealPage(html, file, selling, tools)
    if (!sealed.ok) {
      outcome.faults.push({ file, sentence: sealed.error })
      continue
    }
    outcome.pages.set(file, sealed.value.html)
    outcome.parts.push(...sealed.value.parts.map((part) => ({ ...part, page: file })))
    outcome.advice.push(...sealed.value.advice.map((sentence) => ({ file, sentence })))
    if (sealed.value.parts.length > 0) selling.progress?.(file)
  }
  const taken = outcome.parts.filter(({ path }) => paths.includes(path))
  outcome.faults.push(...taken.map(({ path }) => ({ file: path, sentence: 'A sealed part is to be written here, and the source has a file of this name.' })))
  return outcome
}

/** Looks through everything that will be published, also what lies there from before. */
async function lookForLeaks(source: string, out: string, paths: readonly string[], leftover: readonly string[], { pages, parts, faults, advice }: Outcome, secret: Uint8Array): Promise<void> {
  const finder = new LeakFinder()
  for (const { fragment, title } of parts) finder.add(fragment, title)
  const hidden = base64urlnopad.encode(secret)
  const look = async (file: string, read: () => Promise<Uint8Array>, ending: string): Promise<void> => {
    const bytes = await read()
    const title = finder.find(file, bytes)
    if (title !== null) faults.push({ file, sentence: `Text of “${title}” that is for sale stands in this file${ending}` })
    if (Buffer.from(bytes).includes(hidden)) faults.push({ file, sentence: 'The secret of the site stands in this file.' })
    if (parts.length > 0 && isClosed(file)) advice.push({ file, sentence: 'Cannot be looked into. Check that nothing that is for sale stands in it.' })
  }
  for (const file of paths) {
    const page = pages.get(file)
    await look(file, async () => (page === undefined ? readFile(join(source, file)) : Buffer.from(page)), ', where everybody can read it. Take it out, or sell it too.')
  }
  const written = new Set([...paths, ...parts.map(({ path }) => path)])
  for (const file of leftover.filter((one) => !written.has(one))) await look(join(out, file), () => readFile(join(out, file)), ', which is left over in the folder that is published. Delete it.')
}

/** @returns how many files there are, without the sealed ones */
async function write(source: string, out: string, paths: readonly string[], { pages, parts }: Outcome): Promise<number> {
  for (const path of paths) {
    const to = join(out, path)
    await mkdir(dirname(to), { recursive: true })
    const page = pages.get(path)
    if (page === undefined) await copyFile(join(source, path), to)
    else await writeUnlessSame(to, Buffer.from(page))
  }
  for (const { path, file } of parts) await writeUnlessSame(join(out, path), file)
  return paths.length
}

/** What has not changed keeps its time: many hosts upload by it. */
async function writeUnlessSame(path: string, bytes: Uint8Array): Promise<void> {
  const known = await readFile(path).catch(() => null)
  if (known === null || !known.equals(bytes)) await writeFile(path, bytes)
}

/** Sealed parts of articles that are not there any more. Nothing else is ever deleted. */
async function removeStale(out: string, leftover: readonly string[], wanted: ReadonlySet<string>): Promise<void> {
  for (const path of leftover.filter((one) => one.endsWith('.sealed') && !wanted.has(one))) {
    const file = join(out, path)
    if ((await stat(file)).isFile() && isSealedPart(await readFile(file))) await rm(file)
  }
}
