import phishing from 'eth-phishing-detect/src/config.json'
import { getDomain, parse } from 'tldts'
import topSites from 'top-sites'
import { looksLike } from '../../src/core/risk/look-alike'
import { share } from './summary'

/** Sites of real names, as people have them in their history (`top-sites`). */
const tops = [...new Set(topSites.map(({ rootDomain }) => getDomain(rootDomain, { allowPrivateDomains: true }) ?? rootDomain))]
const nameOf = (site: string): string | null => parse(site, { allowPrivateDomains: true }).domainWithoutSuffix

/** How many of them a reader knows. */
const knownSites = 40
/** Names shorter than this are hardly imitated letter by letter. */
const shortest = 5

/** How imitators write a name; null where it cannot be written so. */
const disguises: Readonly<Record<string, (name: string, ending: string) => string | null>> = {
  'a letter doubled': (name, ending) => `${name.slice(0, half(name))}${name.slice(half(name) - 1)}.${ending}`,
  'a letter left out': (name, ending) => `${name.slice(0, half(name))}${name.slice(half(name) + 1)}.${ending}`,
  'two letters swapped': (name, ending) => `${name.slice(0, half(name))}${name.charAt(half(name) + 1)}${name.charAt(half(name))}${name.slice(half(name) + 2)}.${ending}`,
  'digits for letters, another ending': (name) => (/[ol]/.test(name) ? `${name.replace('o', '0').replace('l', '1')}.net` : null),
  'a word added': (name, ending) => `${name}-login.${ending}`,
  'another ending': (name, ending) => `${name}.${ending === 'com' ? 'org' : 'com'}`,
}

const half = (name: string): number => name.length >> 1

export interface LookAlikes {
  /** For each kind of disguise: how many were made, and the share that is known for one of the site it is made of. */
  readonly disguises: readonly { readonly kind: string; readonly made: number; readonly found: number }[]
  /** Honest sites, beside those that a reader knows: how many there are, and the share that is taken for one of the known. */
  readonly honest: readonly { readonly of: string; readonly sites: number; readonly alarms: number }[]
  /** How many known sites a name was compared with for these. */
  readonly known: number
}

/** What the guard against look-alikes is worth on names that exist. Everything is measured against the reader's own sites alone, as in the wallet. */
export function lookAlikes(): LookAlikes {
  return { disguises: Object.entries(disguises).map(([kind, write]) => recallOf(kind, write)), honest: falseAlarms(), known: knownSites }
}

function recallOf(kind: string, write: (name: string, ending: string) => string | null): LookAlikes['disguises'][number] {
  const made = tops.flatMap((site) => {
    const [name = '', ...rest] = site.split('.')
    const disguised = name.length < shortest ? null : write(name, rest.join('.'))
    return disguised === null || disguised === site ? [] : [[disguised, site] as const]
  })
  return { kind, made: made.length, found: share(made.filter(([disguised, site]) => looksLike(disguised, [site]) === site).length, made.length) }
}

/** Those that are no sister of a known one, the same name with another ending: of these nobody can tell who owns them. */
function falseAlarms(): LookAlikes['honest'] {
  const known = tops.slice(0, knownSites)
  const strangers = (sites: readonly string[]): readonly string[] => sites.filter((site) => known.every((own) => nameOf(own) !== nameOf(site)))
  const alarms = (of: string, sites: readonly string[]): LookAlikes['honest'][number] => ({ of, sites: sites.length, alarms: share(sites.filter((site) => looksLike(site, known) !== null).length, sites.length) })
  return [alarms('`top-sites`, the others', strangers(tops.slice(knownSites))), alarms('whitelist of `eth-phishing-detect`: names that were once taken for another by mistake', strangers(phishing.whitelist))]
}
