import { answer, hostile, ours, type AnswerCase, type Reading } from './case.fixtures'
import { mppx } from './recorded.fixtures'

const output = 'mppx 0.11.0 output, without the PAYMENT-REQUIRED beside it'
const pays = (...amounts: readonly bigint[]): Reading => ({ dialect: 'mpp', amounts, refused: [] })
const refuses = (...refused: readonly string[]): Reading => ({ dialect: 'mpp', amounts: [], refused })

const asked = (name: string, challenge: string, expected: Reading, more: Partial<AnswerCase> = {}): AnswerCase => ({
  name: `MPP: ${name}`,
  source: hostile,
  needs: 'mpp',
  answer: answer({ 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'www-authenticate': challenge }),
  expected,
  ...more,
})

/** What `mppx.evm` asks for, in which the hand-made ones change one thing. */
const request = {
  amount: '250000',
  currency: '0x036CbD53842c5426634e7929541eC2318f3dCF7e',
  methodDetails: { chainId: 84532, credentialTypes: ['authorization'], decimals: 6 },
  recipient: '0x209693Bc6afc0C5328bA36FaF03C514EF312287C',
}
const base64url = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url')
const params = { id: 'x7Tg2pLqR9mKvNwY3hBcZa', realm: 'news.example', method: 'evm', intent: 'charge', request: base64url(request), expires: '2030-01-01T00:00:00Z' }
const written = (change: Partial<Record<keyof typeof params, string>> = {}): string =>
  `Payment ${Object.entries({ ...params, ...change })
    .map(([name, value]) => `${name}="${value}"`)
    .join(', ')}`
const requesting = (change: object) => written({ request: base64url({ ...request, ...change }) })
const detailed = (change: object) => requesting({ methodDetails: { ...request.methodDetails, ...change } })
const l402 = 'L402 version="0", token="AGIAJEemVQUTEyNCR0exk7ek90Cg==", invoice="lnbc1500n1pw5kjhmpp"'

export const mppCases: readonly AnswerCase[] = [
  asked('method evm, a description with a comma in quotes', mppx.evm.challenge, pays(250_000n), { source: output }),
  asked('method evm on Base, the purse elsewhere', mppx.evm.challenge, refuses('other-network'), { source: output, settings: { active: 'eip155:8453' } }),
  asked('method tempo', mppx.tempo.challenge, refuses('unknown-scheme'), { source: output }),
  asked('method stripe', mppx.stripe.challenge, refuses('unknown-scheme'), { source: output }),
  asked('methods evm and tempo', mppx.evmAndTempo.challenge, { dialect: 'mpp', amounts: [50_000n], refused: ['unknown-scheme'] }, { source: output }),
  asked('beside L402, last', `${l402}, ${written()}`, pays(250_000n), { source: ours }),
  asked('beside L402, first', `${written()}, ${l402}`, pays(250_000n), { source: ours }),
  asked('behind a login, with a comma in quotes', `Basic realm="a, Payment id=1", ${written()}`, pays(250_000n), { source: 'RFC 9110, section 11.6.1' }),
  asked('the scheme in small letters', written().replace('Payment', 'payment'), pays(250_000n), { source: 'RFC 9110, section 11.1' }),
  asked('method usdc on an EVM network', written({ method: 'usdc', request: base64url({ ...request, methodDetails: { type: 'evm', evm: { chainId: 84532, decimals: 6 } } }) }), pays(250_000n), { source: 'draft-usdc-charge-00, EVM profile' }),
  ...['1e4', '-1', '0x10', '010', '0', '', '9'.repeat(79)].map((amount) => asked(`a price of ${JSON.stringify(amount.slice(0, 12))}`, requesting({ amount }), refuses('bad-amount'))),
  asked('a token that looks alike', requesting({ currency: '0x036cbd53842c5426634e7929541ec2318f3dcf7f' }), refuses('unknown-asset')),
  asked('a token of 18 places', detailed({ decimals: 18 }), refuses('asset-mismatch')),
  asked('nobody to pay', requesting({ recipient: `0x${'0'.repeat(40)}` }), refuses('bad-payee')),
  asked('Ethereum', detailed({ chainId: 1 }), refuses('unknown-network')),
  asked('Permit2', detailed({ credentialTypes: ['permit2'] }), refuses('needs-approval'), { source: 'draft-evm-charge-00' }),
  asked('a session', written({ intent: 'session' }), refuses('not-once'), { source: 'draft-payment-intent-session-00' }),
  asked('a request that is not base64url', written({ request: '!!!' }), refuses('malformed')),
  asked('a challenge handed on from another site', written({ realm: 'other.example.com' }), refuses('realm-elsewhere')),
  asked('in an answer of 200', written(), { nothing: true }, { source: ours, answer: answer({ 'www-authenticate': written() }, { status: 200 }) }),
  asked('only within quotes', `Basic realm="${written().replaceAll('"', '\\"')}"`, { named: 'unspecified' }),
]
