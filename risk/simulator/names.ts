import type { Address } from '../../src/core/hex'
import type { Random } from './random'

const heads = ['b', 'br', 'c', 'd', 'dr', 'f', 'g', 'gl', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'pl', 'qu', 'r', 's', 'st', 't', 'tr', 'v', 'w', 'z']
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou']
const tails = ['', '', 'n', 'r', 's', 't', 'ld', 'm', 'nt', 'x', 'ck']
const endings = ['com', 'org', 'net', 'news', 'de', 'fr', 'co.uk', 'io'] as const

const syllable = (random: Random): string => random.pick(heads) + random.pick(vowels) + random.pick(tails)

/** A site's name as people can say it: two to four syllables and an ending. */
export function siteName(random: Random): string {
  const name = Array.from({ length: random.whole(2, 4) }, () => syllable(random)).join('')
  return `${name}.${random.pick(endings)}`
}

/** The same name with another ending: a sister of the house, or somebody who hopes to be taken for it. */
export function otherEnding(random: Random, site: string): string {
  const [name = '', ...rest] = site.split('.')
  return `${name}.${random.pick(endings.filter((ending) => ending !== rest.join('.')))}`
}

/** A name as imitators write it: a letter doubled, dropped, swapped with its neighbour or changed for one that looks like it, or a word added. */
export function disguised(random: Random, site: string): string {
  const [name = '', ...rest] = site.split('.')
  const at = random.whole(1, Math.max(1, name.length - 2))
  const letter = name[at] ?? ''
  const forms = [
    name.slice(0, at) + letter + name.slice(at),
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + (name[at + 1] ?? '') + letter + name.slice(at + 2),
    name.replace('o', '0').replace('l', '1'),
    `${name}-${random.pick(['news', 'login', 'premium'])}`,
  ]
  const disguise = `${random.pick(forms)}.${rest.join('.')}`
  return disguise === site ? otherEnding(random, site) : disguise
}

const digits = (random: Random, count: number): string => Array.from({ length: count }, () => random.whole(0, 15).toString(16)).join('')

export const account = (random: Random): Address => `0x${digits(random, 40)}`

/** An account that has the first and last digits of another one. @param ends how many digits at each end */
export const poisoned = (random: Random, of: Address, ends: number): Address => `0x${of.slice(2, 2 + ends)}${digits(random, 40 - 2 * ends)}${of.slice(-ends)}`
