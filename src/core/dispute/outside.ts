import { outside } from '../words/outside'

/** Who can be turned to outside, where a seller does not answer. Facts of November 2026; each is a public body's own address. */
export interface OutsideBody {
  readonly id: string
  readonly name: string
  /** What can be had there. */
  readonly what: string
  readonly url: string
}

type Facts = Omit<OutsideBody, 'what' | 'id'> & { readonly id: keyof typeof outside }

const ecc: Facts = {
  id: 'ecc',
  name: 'European Consumer Centres Network',
  url: 'https://www.eccnet.eu/',
}
const adr: Facts = {
  id: 'adr-eu',
  name: 'Dispute resolution bodies in the EU',
  url: 'https://consumer-redress.ec.europa.eu/dispute-resolution-bodies_en',
}

const eu = ['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK']

const national: Readonly<Record<string, readonly Facts[]>> = {
  CH: [{ id: 'konsum-ch', name: 'Stiftung für Konsumentenschutz', url: 'https://www.konsumentenschutz.ch/' }],
  DE: [{ id: 'us-de', name: 'Universalschlichtungsstelle des Bundes', url: 'https://www.universalschlichtungsstelle.de/' }],
  FR: [{ id: 'signal-fr', name: 'SignalConso', url: 'https://signal.conso.gouv.fr/' }],
  GB: [{ id: 'ca-gb', name: 'Citizens Advice consumer service', url: 'https://www.citizensadvice.org.uk/consumer/' }],
  JP: [{ id: 'ncac-jp', name: 'National Consumer Affairs Center of Japan', url: 'https://www.kokusen.go.jp/' }],
  KR: [{ id: 'kca-kr', name: 'Korea Consumer Agency', url: 'https://www.kca.go.kr/' }],
  US: [
    { id: 'ftc-us', name: 'Federal Trade Commission', url: 'https://reportfraud.ftc.gov/' },
    { id: 'state-us', name: 'Consumer protection offices of the states', url: 'https://www.usa.gov/state-consumer' },
  ],
}

/** Countries that something is named for, by ISO 3166-1 code. */
export const outsideCountries: readonly string[] = [...new Set([...eu, ...Object.keys(national)])].sort()

/** @param country ISO 3166-1 alpha-2 */
export function outsideBodies(country: string): readonly OutsideBody[] {
  return [...(national[country] ?? []), ...(eu.includes(country) ? [ecc, adr] : [])].map((facts) => ({ ...facts, what: outside[facts.id] }))
}
