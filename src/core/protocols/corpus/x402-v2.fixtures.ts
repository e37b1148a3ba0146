import { networks } from '../../networks/networks'
import { encodeBase64 } from '../base64'
import { answer, hostile, ours, requiring, type AnswerCase, type Reading } from './case.fixtures'
import { page, mppx, x402 } from './recorded.fixtures'

const core = '@x402/core 2.27.0 output'
const pays = (...amounts: readonly bigint[]): Reading => ({ dialect: 'x402-v2', amounts, refused: [] })
const refuses = (...refused: readonly string[]): Reading => ({ dialect: 'x402-v2', amounts: [], refused })
const fault = (name: string): Reading => ({ fault: name })

/** What `x402.plain` says: the honest challenge that the hand-made ones differ from in one thing. */
const usdc = '0x036CbD53842c5426634e7929541eC2318f3dCF7e'
const entry = {
  scheme: 'exact',
  network: 'eip155:84532',
  amount: '10000',
  asset: usdc,
  payTo: '0x209693Bc6afc0C5328bA36FaF03C514EF312287C',
  maxTimeoutSeconds: 60,
  extra: { name: 'USDC', version: '2' },
}
const challenge = { x402Version: 2, error: 'Payment required', resource: { url: page, description: 'The wren', mimeType: 'text/html' }, accepts: [entry] }
const offering = (...accepts: readonly unknown[]) => ({ ...challenge, accepts })
const extra = (change: object) => ({ ...entry, extra: { ...entry.extra, ...change } })
const at = (url: string) => ({ ...challenge, resource: { ...challenge.resource, url } })

const written = (name: string, header: string, expected: Reading, more: Partial<AnswerCase> = {}): AnswerCase => ({
  name: `x402 v2: ${name}`,
  source: core,
  answer: answer({ 'content-type': 'text/html', 'cache-control': 'no-store', 'payment-required': header }),
  expected,
  ...more,
})
const said = (name: string, json: unknown, expected: Reading, more: Partial<AnswerCase> = {}): AnswerCase => ({
  name: `x402 v2: ${name}`,
  source: hostile,
  answer: requiring(json),
  expected,
  ...more,
})
const header = (name: string, text: string, expected: Reading): AnswerCase => ({
  name: `x402 v2: ${name}`,
  source: hostile,
  answer: answer({ 'payment-required': text }),
  expected,
})

const base = { active: 'eip155:8453' } as const

const good: readonly AnswerCase[] = [
  written('one price', x402.plain, pays(10_000n)),
  written('two networks, ours the second', x402.twoNetworks, { dialect: 'x402-v2', amounts: [50_000n], refused: ['other-network'] }),
  written('two networks, ours the first', x402.twoNetworks, { dialect: 'x402-v2', amounts: [50_000n], refused: ['other-network'] }, { settings: base }),
  written('two networks, test money off', x402.twoNetworks, { dialect: 'x402-v2', amounts: [50_000n], refused: ['test-network-off'] }, { settings: { ...base, testNetworks: false } }),
  written('test money asked for, and off', x402.plain, refuses('test-network-off'), { settings: { ...base, testNetworks: false } }),
  written('no network known', x402.plain, refuses('unknown-network'), { settings: { networks: [] } }),
  written('two prices, the dearer first', x402.twoPrices, pays(100_000n, 250_000n)),
  written('charged before the page', x402.upfront, pays(20_000n)),
  written('three extensions', x402.extensions, pays(30_000n)),
  written('the letters of the world', x402.unicode, pays(10_000n)),
  {
    name: 'x402 v2: the example of the specification',
    source: 'x402 spec v2, HTTP transport, example',
    answer: answer(
      {
        'content-type': 'application/json',
        'payment-required':
          'eyJ4NDAyVmVyc2lvbiI6MiwiZXJyb3IiOiJQQVlNRU5ULVNJR05BVFVSRSBoZWFkZXIgaXMgcmVxdWlyZWQiLCJyZXNvdXJjZSI6eyJ1cmwiOiJodHRwczovL2FwaS5leGFtcGxlLmNvbS9wcmVtaXVtLWRhdGEiLCJkZXNjcmlwdGlvbiI6IkFjY2VzcyB0byBwcmVtaXVtIG1hcmtldCBkYXRhIiwibWltZVR5cGUiOiJhcHBsaWNhdGlvbi9qc29uIn0sImFjY2VwdHMiOlt7InNjaGVtZSI6ImV4YWN0IiwibmV0d29yayI6ImVpcDE1NTo4NDUzMiIsImFtb3VudCI6IjEwMDAwIiwiYXNzZXQiOiIweDAzNkNiRDUzODQyYzU0MjY2MzRlNzkyOTU0MWVDMjMxOGYzZENGN2UiLCJwYXlUbyI6IjB4MjA5NjkzQmM2YWZjMEM1MzI4YkEzNkZhRjAzQzUxNEVGMzEyMjg3QyIsIm1heFRpbWVvdXRTZWNvbmRzIjo2MCwiZXh0cmEiOnsibmFtZSI6IlVTREMiLCJ2ZXJzaW9uIjoiMiJ9fV19',
      },
      { url: 'https://api.example.com/premium-data', body: '{}' },
    ),
    expected: pays(10_000n),
  },
  {
    name: 'x402 v2: beside a challenge of MPP',
    source: 'mppx 0.11.0 output',
    answer: answer({ 'content-type': 'application/problem+json', 'payment-required': mppx.evm.x402, 'www-authenticate': mppx.evm.challenge }, { body: mppx.evm.body }),
    expected: pays(250_000n),
  },
  {
    name: 'x402 v2: beside challenges of two MPP methods',
    source: 'mppx 0.11.0 output',
    answer: answer({ 'payment-required': mppx.evmAndTempo.x402, 'www-authenticate': mppx.evmAndTempo.challenge }, { body: mppx.evmAndTempo.body }),
    expected: pays(50_000n),
  },
  written('beside a price for robots', x402.plain, pays(10_000n), {
    source: ours,
    answer: answer({ 'payment-required': x402.plain, 'crawler-price': 'USD 0.01' }),
  }),
  said('explicit nulls', { ...challenge, error: null, extensions: null }, pays(10_000n), { source: 'x402 v2 schemas: null is absent' }),
  said('behind a proxy that changes scheme and port', at('http://news.example:3000/2026/wren'), pays(10_000n), { source: ours }),
  said('fifty offers', offering(...Array.from({ length: 50 }, () => entry)), pays(...Array.from({ length: 50 }, () => 10_000n)), { source: ours }),
  said('the token in small letters', offering({ ...entry, asset: usdc.toLowerCase() }), pays(10_000n), { source: ours }),
  said('EIP-3009 by name, decimals that are right', offering(extra({ assetTransferMethod: 'eip3009', decimals: 6 })), pays(10_000n), { source: ours }),
]

const header64 = encodeBase64(JSON.stringify({ ...challenge, padding: 'x'.repeat(48 * 1024) }))
const twice = JSON.stringify(challenge).replace('"amount":"10000"', '"amount":"1","amount":"10000"')
const unreadable: readonly AnswerCase[] = [
  header('64 KB', header64, fault('header-too-large')),
  header('empty', '', fault('not-json')),
  header('not base64', '!!!!', fault('not-base64')),
  header('the other base64', x402.unicode.replaceAll('+', '-').replaceAll('/', '_').replace('==', '_-=='), fault('not-base64')),
  header('without padding', x402.unicode.replace(/=+$/, ''), fault('not-base64')),
  header('with white space', `${x402.plain.slice(0, 100)} ${x402.plain.slice(100)}`, fault('not-base64')),
  header('twice, joined', `${x402.plain}, ${x402.plain}`, fault('not-base64')),
  header('cut off within four letters', x402.plain.slice(0, 301), fault('not-base64')),
  header('cut off after four letters', x402.plain.slice(0, 300), fault('not-json')),
  header('JSON without base64', JSON.stringify(challenge), fault('not-base64')),
  header('base64 twice', encodeBase64(x402.plain), fault('not-json')),
  header('not UTF-8', 'eyJhIjoi/yJ9', fault('not-json')),
  header('a byte order mark', '77u/e30=', fault('not-json')),
  header('a nest of 5,000', encodeBase64('['.repeat(5000) + ']'.repeat(5000)), fault('not-json')),
  header('a nest within an honest challenge', encodeBase64(JSON.stringify(challenge).replace('{"name"', `{"deep":${'{"a":'.repeat(200)}0${'}'.repeat(200)},"name"`)), fault('not-json')),
  said('a number', 402, fault('wrong-shape')),
  said('a list', [challenge], fault('wrong-shape')),
  said('nothing', {}, fault('wrong-shape')),
  said('null', null, fault('wrong-shape')),
  said('version 1', { ...challenge, x402Version: 1 }, fault('wrong-version')),
  said('version 3', { ...challenge, x402Version: 3 }, fault('wrong-version')),
  said('version 2 as text', { ...challenge, x402Version: '2' }, fault('wrong-shape')),
  said('no version', { ...challenge, x402Version: undefined }, fault('wrong-shape')),
  said('sixty offers', offering(...Array.from({ length: 60 }, () => entry)), fault('too-many-offers')),
  said('no offers', offering(), fault('wrong-shape')),
  said('offers that are an object', { ...challenge, accepts: { 0: entry } }, fault('wrong-shape')),
  said('no resource', { ...challenge, resource: undefined }, pays(10_000n)),
  said('a resource without address', { ...challenge, resource: {} }, fault('wrong-shape')),
  said('something of another site', at('https://other.example/2026/wren'), fault('resource-elsewhere')),
  said('something of a site that ends alike', at('https://evilnews.example/'), fault('resource-elsewhere')),
  said('a script for a resource', at('javascript:alert(1)'), fault('resource-elsewhere')),
  said('an address of 5,000 letters', at(`https://news.example/${'a'.repeat(5000)}`), fault('wrong-shape')),
]

const amounts = ['1e4', '-1', '+1', '0x10', '010', '', ' 1', '1.5', '1_000', '٤', '0', 'Infinity', '9'.repeat(79), (1n << 256n).toString()]
const refused: readonly AnswerCase[] = [
  ...amounts.map((amount) => said(`a price of ${JSON.stringify(amount.slice(0, 12))}`, offering({ ...entry, amount }), refuses('bad-amount'))),
  said('a price that is a number', offering({ ...entry, amount: 10_000 }), refuses('bad-amount')),
  said('the highest price there is', offering({ ...entry, amount: ((1n << 256n) - 1n).toString() }), pays((1n << 256n) - 1n)),
  header('two prices under one name: the last counts', encodeBase64(twice), pays(10_000n)),
  said('a token that looks alike', offering({ ...entry, asset: '0x036cbd53842c5426634e7929541ec2318f3dcf7f' }), refuses('unknown-asset')),
  said('a token with one letter from another alphabet', offering({ ...entry, asset: usdc.replace('C', 'С') }), refuses('unknown-asset')),
  said('a token whose letters do not check', offering({ ...entry, asset: usdc.replace('bD', 'BD') }), refuses('unknown-asset')),
  said("another network's dollars", offering({ ...entry, asset: networks[0]?.token.address }), refuses('unknown-asset')),
  said('a token named wrongly', offering(extra({ name: 'USD Coin' })), refuses('asset-mismatch')),
  said('a token of another version', offering(extra({ version: '1' })), refuses('asset-mismatch')),
  said('a token of 18 places', offering(extra({ decimals: 18 })), refuses('asset-mismatch')),
  said('a token without a name', offering({ ...entry, extra: null }), refuses('asset-mismatch')),
  header('a name that is inherited', encodeBase64(JSON.stringify(challenge).replace('"extra":{', '"extra":{"__proto__":{').replace(/}}]}$/, '}}}]}')), refuses('asset-mismatch')),
  said('nobody to pay', offering({ ...entry, payTo: `0x${'0'.repeat(40)}` }), refuses('bad-payee')),
  said('the token itself to pay', offering({ ...entry, payTo: usdc }), refuses('bad-payee')),
  said('a payee whose letters do not check', offering({ ...entry, payTo: '0x209693bC6afc0C5328bA36FaF03C514EF312287C' }), refuses('bad-payee')),
  said('a name to pay', offering({ ...entry, payTo: 'writer.eth' }), refuses('bad-payee')),
  said('a billion seconds, cut when signing', offering({ ...entry, maxTimeoutSeconds: 1_000_000_000 }), pays(10_000n)),
  said('no time', offering({ ...entry, maxTimeoutSeconds: 0 }), refuses('bad-window')),
  said('half a second', offering({ ...entry, maxTimeoutSeconds: 0.5 }), refuses('bad-window')),
  header('time without end', encodeBase64(JSON.stringify(challenge).replace('"maxTimeoutSeconds":60', '"maxTimeoutSeconds":1e999')), refuses('bad-window')),
  said('an open amount', offering({ ...entry, scheme: 'upto' }), refuses('unknown-scheme'), { source: 'x402 scheme upto' }),
  said('a channel', offering({ ...entry, scheme: 'batch-settlement' }), refuses('unknown-scheme'), { source: 'x402 scheme batch-settlement' }),
  said('Permit2', offering(extra({ assetTransferMethod: 'permit2' })), refuses('needs-approval'), { source: 'x402 scheme exact, Permit2' }),
  said('escrow', offering(extra({ paymentFlow: 'escrow' })), refuses('unknown-flow'), { source: 'x402 payment flows' }),
  said('an allowance asked for with 412', offering(extra({ assetTransferMethod: 'permit2' })), refuses('needs-approval'), {
    source: 'x402 v2, HTTP transport: 412',
    answer: requiring({ ...offering(extra({ assetTransferMethod: 'permit2' })), error: 'permit2_allowance_required' }, 412),
  }),
  said('Solana', offering({ ...entry, network: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp' }), refuses('unknown-network'), { source: 'x402 scheme exact on Solana' }),
  said('Ethereum', offering({ ...entry, network: 'eip155:1' }), refuses('unknown-network')),
  said('a network by the name of version 1', offering({ ...entry, network: 'base-sepolia' }), refuses('unknown-network')),
  said('offers that are none, beside a good one', offering(null, 'exact', [entry], entry), { dialect: 'x402-v2', amounts: [10_000n], refused: ['unknown-scheme', 'unknown-scheme', 'unknown-scheme'] }),
]

const elsewhere: readonly AnswerCase[] = [200, 401, 500].map((status) => ({
  name: `x402 v2: a challenge in an answer of ${String(status)}`,
  source: ours,
  answer: requiring(challenge, status),
  expected: { nothing: true },
}))

export const x402v2Cases: readonly AnswerCase[] = [...good, ...unreadable, ...refused, ...elsewhere]
