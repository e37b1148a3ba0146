/** Who can be turned to outside, where a seller does not answer. Facts of November 2026; each is a public body's own address. */
export interface OutsideBody {
  readonly id: string
  readonly name: string
  readonly what: string
  readonly url: string
}

const ecc: OutsideBody = {
  id: 'ecc',
  name: 'European Consumer Centres Network',
  what: 'Free help where the seller sits in another country of the EU, in Norway or in Iceland.',
  url: 'https://www.eccnet.eu/',
}
const adr: OutsideBody = {
  id: 'adr-eu',
  name: 'Dispute resolution bodies in the EU',
  what: 'A list of recognised bodies. A seller is not always bound to take part; where one does not answer a body within 20 working days, that counts as a no.',
  url: 'https://consumer-redress.ec.europa.eu/dispute-resolution-bodies_en',
}

const eu = ['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK']

const national: Readonly<Record<string, readonly OutsideBody[]>> = {
  CH: [{ id: 'konsum-ch', name: 'Stiftung für Konsumentenschutz', what: 'Advice for consumers in Switzerland.', url: 'https://www.konsumentenschutz.ch/' }],
  DE: [{ id: 'us-de', name: 'Universalschlichtungsstelle des Bundes', what: 'Settles disputes between consumers and traders, free for consumers.', url: 'https://www.universalschlichtungsstelle.de/' }],
  FR: [{ id: 'signal-fr', name: 'SignalConso', what: 'Tells the authority for consumers about a seller, who is asked to answer.', url: 'https://signal.conso.gouv.fr/' }],
  GB: [{ id: 'ca-gb', name: 'Citizens Advice consumer service', what: 'Advice for consumers, and reports to Trading Standards.', url: 'https://www.citizensadvice.org.uk/consumer/' }],
  JP: [{ id: 'ncac-jp', name: 'National Consumer Affairs Center of Japan', what: 'Advice and settlement for consumers.', url: 'https://www.kokusen.go.jp/' }],
  KR: [{ id: 'kca-kr', name: 'Korea Consumer Agency', what: 'Advice and settlement for consumers.', url: 'https://www.kca.go.kr/' }],
  US: [
    { id: 'ftc-us', name: 'Federal Trade Commission', what: 'Takes reports of fraud. It does not settle single cases.', url: 'https://reportfraud.ftc.gov/' },
    { id: 'state-us', name: 'Consumer protection offices of the states', what: 'Many take complaints and ask the seller to answer.', url: 'https://www.usa.gov/state-consumer' },
  ],
}

/** Countries that something is named for, by ISO 3166-1 code. */
export const outsideCountries: readonly string[] = [...new Set([...eu, ...Object.keys(national)])].sort()

/** @param country ISO 3166-1 alpha-2 */
export function outsideBodies(country: string): readonly OutsideBody[] {
  return [...(national[country] ?? []), ...(eu.includes(country) ? [ecc, adr] : [])]
}
