import { accounts } from '../../demo/world/accounts'
import { tokenAddress, tokenDomain } from '../../demo/world/token'

/** One entry of `accepts`, as an honest seller on the local chain writes it: one cent. */
export const honestOffer = {
  scheme: 'exact',
  network: 'eip155:31337',
  amount: '10000',
  asset: tokenAddress as string,
  payTo: accounts.seller as string,
  maxTimeoutSeconds: 60,
  extra: { name: tokenDomain.name, version: tokenDomain.version } as Record<string, unknown>,
}
export type WireOffer = typeof honestOffer

/** A seller's lookalike of the token: an account like any other. */
const lookAlike = '0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e1'

export const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64')

/** The header of a challenge for `url` with these offers (x402 v2, HTTP transport). */
export function challengeFor(url: string, offers: readonly unknown[], change: object = {}): string {
  return encode(JSON.stringify({ x402Version: 2, resource: { url, description: 'A piece', mimeType: 'text/html' }, accepts: offers, ...change }))
}

const offering = (change: object) => (url: string) => challengeFor(url, [{ ...honestOffer, ...change }])
const ofLength = (characters: number) => (url: string) => {
  const bare = challengeFor(url, [honestOffer], { padding: '' }).length
  // Three bytes of JSON become four characters.
  return challengeFor(url, [honestOffer], { padding: 'x'.repeat(Math.floor(((characters - bare) / 4) * 3)) })
}

/** What hostile servers put into PAYMENT-REQUIRED, by the name of the attack, which is also its path. */
export const hostileChallenges = {
  'bad-base64': () => '!!!not base64!!!',
  'base64-with-a-gap': (url: string) => challengeFor(url, [honestOffer]).replace(/^(.{8})/, '$1 '),
  'bad-json': () => encode('{"x402Version": 2, "accepts": ['),
  'json-of-another-shape': () => encode('[]'),
  'nested-without-end': () => encode('['.repeat(10_000)),
  'header-64k': ofLength(64 * 1024),
  'header-200k': ofLength(200 * 1024),
  'offers-200': (url: string) => challengeFor(url, Array.from({ length: 200 }, (_, at) => ({ amount: at, scheme: 'exact' }))),
  'no-offers': (url: string) => challengeFor(url, []),
  'version-9': (url: string) => challengeFor(url, [honestOffer], { x402Version: 9 }),
  'amount-1e4': offering({ amount: '1e4' }),
  'amount-negative': offering({ amount: '-1' }),
  'amount-hex': offering({ amount: '0x10' }),
  'amount-octal': offering({ amount: '010' }),
  'amount-zero': offering({ amount: '0' }),
  'amount-number': offering({ amount: 10_000 }),
  'amount-beyond-uint256': offering({ amount: (2n ** 256n).toString() }),
  'look-alike-token': offering({ asset: lookAlike }),
  'wrong-name': offering({ extra: { name: 'USDC', version: '2' } }),
  'wrong-token-version': offering({ extra: { name: tokenDomain.name, version: '1' } }),
  'wrong-decimals': offering({ extra: { ...honestOffer.extra, decimals: 18 } }),
  'other-chain': offering({ network: 'eip155:8453', asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913' }),
  'unknown-chain': offering({ network: 'eip155:1' }),
  'unknown-scheme': offering({ scheme: 'upto' }),
  'standing-access': offering({ extra: { ...honestOffer.extra, assetTransferMethod: 'permit2' } }),
  'no-payee': offering({ payTo: '0x0000000000000000000000000000000000000000' }),
  'payee-is-the-token': offering({ payTo: tokenAddress }),
  'no-time': offering({ maxTimeoutSeconds: 0 }),
  'resource-elsewhere': () => challengeFor('https://bank.example/transfer', [honestOffer]),
} as const satisfies Record<string, (url: string) => string>

export type HostileName = keyof typeof hostileChallenges
export const hostileNames = Object.keys(hostileChallenges) as HostileName[]
