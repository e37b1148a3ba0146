import { parseAddress, toChecksumAddress } from '../authorization/address'
import type { Address } from '../hex'
import { networks } from '../networks/networks'
import type { SignInAsk } from './ask'
import { secureSite, spellingFault } from './spelling'

const title = ' wants you to sign in with your Ethereum account:'
const resourcesTitle = 'Resources:'
const bullet = '- '

/** Longer than any text of an ask that is spelt well. */
const maxLength = 8192

/** Everything a sign-in text says. */
export interface SignInText {
  readonly ask: SignInAsk
  /** Whose account it is. */
  readonly address: Address
}

/**
 * The text that is signed: EIP-4361, without a newline at the end. Where there is no statement, its line is missing
 * but the empty lines around it are not, so that two stand between address and URI.
 */
export function signInText(ask: SignInAsk, address: Address): string {
  const statement = ask.statement === null ? '' : `${ask.statement}\n`
  return `${ask.domain}${title}\n${toChecksumAddress(address)}\n\n${statement}\n${fieldLines(ask).join('\n')}`
}

/**
 * Reads back what signInText wrote for a well spelt ask, and nothing else: every accepted text is exactly the text
 * of the returned value, and speaks for one secure site. Whether it is meant for now is not judged.
 */
export function readSignInText(text: string): SignInText | null {
  if (text.length > maxLength) return null
  const read = readLines(text.split('\n'))
  if (read === null || signInText(read.ask, read.address) !== text) return null
  const { domain, uri } = read.ask
  const site = secureSite(`${uri.startsWith('https:') ? 'https' : 'http'}://${domain}`)
  return site !== null && spellingFault(read.ask, site) === null ? read : null
}

function fieldLines(ask: SignInAsk): readonly string[] {
  const optional = (label: string, value: string | null): readonly string[] => (value === null ? [] : [`${label}: ${value}`])
  return [
    `URI: ${ask.uri}`,
    'Version: 1',
    `Chain ID: ${ask.network.slice('eip155:'.length)}`,
    `Nonce: ${ask.nonce}`,
    `Issued At: ${ask.issuedAt}`,
    ...optional('Expiration Time', ask.expirationTime),
    ...optional('Not Before', ask.notBefore),
    ...optional('Request ID', ask.requestId),
    ...(ask.resources.length === 0 ? [] : [resourcesTitle, ...ask.resources.map((resource) => bullet + resource)]),
  ]
}

/** Picks the fields up wherever they stand: the comparison with signInText finds what is out of place, doubled or left over. */
function readLines([first = '', second = '', , fourth = '', ...rest]: readonly string[]): SignInText | null {
  const field = (label: string): string | null => rest.find((line) => line.startsWith(`${label}: `))?.slice(label.length + 2) ?? null
  const address = parseAddress(second)
  const network = networks.find(({ chainId }) => String(chainId) === field('Chain ID'))
  if (address === null || network === undefined) return null
  const ask: SignInAsk = {
    domain: first.slice(0, -title.length),
    uri: field('URI') ?? '',
    network: network.id,
    nonce: field('Nonce') ?? '',
    issuedAt: field('Issued At') ?? '',
    expirationTime: field('Expiration Time'),
    notBefore: field('Not Before'),
    statement: fourth === '' ? null : fourth,
    requestId: field('Request ID'),
    resources: rest.filter((line) => line.startsWith(bullet)).map((line) => line.slice(bullet.length)),
  }
  return { ask, address }
}
