import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What one package asks to be told of it. */
export interface Notice {
  readonly name: string
  /** As in package.json, in the words of SPDX. */
  readonly licence: string
  /** Whose it is, a line each. */
  readonly copyrights: readonly string[]
  /** The terms, without whose it is, a text for each file. */
  readonly terms: readonly string[]
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
}

/** "node_modules/@scure/base" of a path that lies in it. */
export const packageFolder = (path: string): string | null => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null

const isLicence = (file: string): boolean => /^(licen[cs]e|notice|copying)(?!-mpl)/i.test(file)
const isCopyright = (line: string): boolean => /^(?:copyright (?:\(c\)|©|\d|[A-Z][a-z]+ [A-Z])|© |\(c\) \d)/i.test(line) && !/^copyright (?:notice|owner|license|and|holder)/i.test(line)
/** To be filled in by others. */
const isBlank = (line: string): boolean => /^copyright [[{]yyyy[\]}]/i.test(line)
const isTitle = (paragraph: string): boolean => /^#? ?(?:the )?mit licen[cs]e\b[^.]{0,20}$/i.test(paragraph)

/** Terms of which a name and an address are enough: who gets the program has to learn where its source is (MPL 2.0, section 3.2). */
const byAddress: Readonly<Record<string, string>> = {
  'MPL-2.0': 'Mozilla Public License, version 2.0: https://www.mozilla.org/MPL/2.0/\n\nThe source is in the package of this name and version at https://www.npmjs.com/.',
}

/** What a package says in its own files. Throws where it says nothing: then it may not be shipped. @param folder of the package */
export function noticeOf(folder: string): Notice {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const texts = readdirSync(folder)
    .filter(isLicence)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r/g, '').split('\n').map((line) => line.trim()))
  if (license === undefined || texts.length === 0) throw new Error(`${name} does not say how it may be used.`)
  const address = byAddress[license]
  return {
    name: `${name} ${version}`,
    licence: license,
    copyrights: address === undefined ? [...new Set(texts.flat().filter(isCopyright))] : [],
    terms: address === undefined ? texts.map(termsIn).filter((text) => text !== '') : [address],
  }
}

/** Paragraphs, each in one line. */
function termsIn(lines: readonly string[]): string {
  const paragraphs = lines
    .filter((line) => !isCopyright(line) && !isBlank(line))
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
  return paragraphs.filter((paragraph) => paragraph !== '' && !isTitle(paragraph)).join('\n\n')
}

/** Texts that differ in nothing but quotation marks, capitals and the like are the same. */
const likeness = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Everything that is to be told, in one text: who asks for which terms, and then the terms, each once. */
export function licencesText(notices: readonly Notice[], data: readonly string[]): string {
  const places = new Map<string, number>()
  const texts: string[] = []
  const placeOf = (text: string): number => {
    const place = places.get(likeness(text)) ?? texts.push(text)
    places.set(likeness(text), place)
    return place
  }
  const sorted = [...notices].sort((one, other) => (one.name < other.name ? -1 : 1))
  const named = sorted.map(({ name, licence, copyrights, terms }) => [`${name} (${licence}; terms ${terms.map(placeOf).join(', ')})`, ...copyrights].join('\n  '))
  const parts = [
    ['Farthing is made with this software:', ...named].join('\n'),
    ...(data.length === 0 ? [] : [['And with these data:', ...[...data].sort()].join('\n')]),
    ...texts.map((text, at) => `Terms ${at + 1}\n\n${text}`),
  ]
  return `${parts.join('\n\n----------\n\n')}\n`
}
