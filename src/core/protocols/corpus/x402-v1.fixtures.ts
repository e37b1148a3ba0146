import { answer, hostile, type AnswerCase, type Reading } from './case.fixtures'

const pays = (...amounts: readonly bigint[]): Reading => ({ dialect: 'x402-v1', amounts, refused: [] })
const refuses = (...refused: readonly string[]): Reading => ({ dialect: 'x402-v1', amounts: [], refused })
const url = 'https://api.example.com/premium-data'

/** The example of the specification (x402 spec v1, HTTP transport). */
const entry = {
  scheme: 'exact',
  network: 'base-sepolia',
  maxAmountRequired: '10000',
  asset: '0x036CbD53842c5426634e7929541eC2318f3dCF7e',
  payTo: '0x209693Bc6afc0C5328bA36FaF03C514EF312287C',
  resource: url,
  description: 'Access to premium market data',
  mimeType: 'application/json',
  outputSchema: null,
  maxTimeoutSeconds: 60,
  extra: { name: 'USDC', version: '2' },
}
const challenge = { x402Version: 1, error: 'Payment required to access this resource', accepts: [entry] }
const offering = (...accepts: readonly unknown[]) => ({ ...challenge, accepts })

const said = (name: string, json: unknown, expected: Reading, more: Partial<AnswerCase> = {}): AnswerCase => ({
  name: `x402 v1: ${name}`,
  source: hostile,
  needs: 'x402-v1',
  answer: answer({ 'content-type': 'application/json' }, { url, body: JSON.stringify(json) }),
  expected,
  ...more,
})

const overBase = {
  ...entry,
  network: 'base',
  asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
  outputSchema: { input: { type: 'http', method: 'GET', discoverable: true } },
  extra: { name: 'USD Coin', version: '2' },
}

export const x402v1Cases: readonly AnswerCase[] = [
  said('the example of the specification', challenge, pays(10_000n), { source: 'x402 spec v1, HTTP transport, example' }),
  said('Base, as a gateway asks for it', offering(overBase), pays(10_000n), { source: 'Pinata documentation, accessing paid content', settings: { active: 'eip155:8453' } }),
  said('test money and real money', offering(overBase, entry), { dialect: 'x402-v1', amounts: [10_000n], refused: ['other-network'] }),
  said('test money that is off', challenge, refuses('test-network-off'), { settings: { active: 'eip155:8453', testNetworks: false } }),
  ...['1e4', '-1', '0x10', '010', '0', '', '9'.repeat(79)].map((amount) =>
    said(`a price of ${JSON.stringify(amount.slice(0, 12))}`, offering({ ...entry, maxAmountRequired: amount }), refuses('bad-amount')),
  ),
  said('a price under the name of version 2', offering({ ...entry, maxAmountRequired: undefined, amount: '10000' }), refuses('bad-amount')),
  said('a token that looks alike', offering({ ...entry, asset: '0x036cbd53842c5426634e7929541ec2318f3dcf7f' }), refuses('unknown-asset')),
  said('a token named wrongly', offering({ ...entry, extra: { name: 'USD Coin', version: '2' } }), refuses('asset-mismatch')),
  said('nobody to pay', offering({ ...entry, payTo: `0x${'0'.repeat(40)}` }), refuses('bad-payee')),
  said('no time', offering({ ...entry, maxTimeoutSeconds: 0 }), refuses('bad-window')),
  said('another network', offering({ ...entry, network: 'avalanche' }), refuses('unknown-network')),
  said('an open amount', offering({ ...entry, scheme: 'upto' }), refuses('unknown-scheme')),
  said('sixty offers', offering(...Array.from({ length: 60 }, () => entry)), { fault: 'too-many-offers' }),
  said('no offers', offering(), { fault: 'wrong-shape' }),
  said('offers that are an object', { ...challenge, accepts: { 0: entry } }, { fault: 'wrong-shape' }),
  said('something of another site', offering({ ...entry, resource: 'https://other.example/' }), { fault: 'resource-elsewhere' }),
  said('in an answer of 200', challenge, { nothing: true }, { answer: answer({ 'content-type': 'application/json' }, { url, status: 200, body: JSON.stringify(challenge) }) }),
  said('a body cut off', challenge, { named: 'unspecified' }, { answer: answer({ 'content-type': 'application/json' }, { url, body: JSON.stringify(challenge).slice(0, 200) }) }),
  said('a list of challenges', [challenge], { named: 'unspecified' }),
  said('a body that was not read', challenge, { named: 'unspecified' }, { answer: answer({ 'content-type': 'text/html' }, { url }) }),
]
