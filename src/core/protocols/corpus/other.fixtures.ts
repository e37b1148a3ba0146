import type { Convention } from '../named/conventions'
import { answer, hostile, ours, type AnswerCase, type Reading } from './case.fixtures'

type Headers = Readonly<Record<string, string>>
const called = (name: string, source: string, headers: Headers, convention: Convention, more: { status?: number; body?: string } = {}): AnswerCase => ({
  name,
  source,
  answer: answer(headers, more),
  expected: { named: convention },
})
const silent = (name: string, source: string, headers: Headers, status: number): AnswerCase => ({ name, source, answer: answer(headers, { status }), expected: { nothing: true } satisfies Reading })

const macaroon = 'AGIAJEemVQUTEyNCR0exk7ek90Cg=='
const invoice = 'lnbc1500n1pw5kjhmpp5fu6xhthlt2vucmzkx6c7wtlh2r625r30cyjsfqhu8rsx4xpz5lwqdpa2fjkzep6yptksct5yp5hxgrrv96hx6twvusycn3qv9jx7ur5d9hkugr5dusx6cqzpgxqr23s79ruapxc4j5uskt4htly2salw4drq979d7rcela9wz02elhypmdzmzlnxuknpgfyfm86pntt8vvkvffma5qc9n50h4mvqhngadqy3ngqjcym5a'
const l402 = `L402 version="0", token="${macaroon}", invoice="${invoice}"`
const lsat = `LSAT macaroon="${macaroon}", invoice="${invoice}"`

const lightning: readonly AnswerCase[] = [
  called('L402', 'lightninglabs/L402, protocol specification', { 'www-authenticate': l402 }, 'l402'),
  called('L402 with a macaroon', 'servers before version 0', { 'www-authenticate': l402.replace('version="0", token', 'macaroon') }, 'l402'),
  called('LSAT', 'lightninglabs/L402, protocol specification as of LSAT, example', { 'www-authenticate': lsat }, 'l402'),
  called('LSAT with 401', 'old servers', { 'www-authenticate': lsat }, 'l402', { status: 401 }),
  called('LSAT and L402, two headers joined', 'aperture', { 'www-authenticate': `${lsat}, ${l402}` }, 'l402'),
  called('L402 behind a login, two headers as Firefox joins them', ours, { 'www-authenticate': `Basic realm="news"\n${l402}` }, 'l402'),
  called('L402 behind a comma in quotes', 'RFC 9110, section 11.6.1', { 'www-authenticate': `Basic realm="a, b", Digest qop="auth, auth-int", ${l402}` }, 'l402'),
  called('L402 in small letters', 'RFC 9110, section 11.1', { 'www-authenticate': l402.replace('L402', 'l402') }, 'l402'),
  called('L402 with nothing behind it', ours, { 'www-authenticate': 'L402' }, 'l402'),
  called('L402 and a price for robots', ours, { 'www-authenticate': l402, 'crawler-price': 'USD 0.01' }, 'l402'),
  called('L402 only within quotes', hostile, { 'www-authenticate': `Basic realm=", ${l402.replaceAll('"', '\\"')}"` }, 'unspecified'),
  called('L402 as a parameter', hostile, { 'www-authenticate': 'Basic realm="a", L402 = "b"' }, 'unspecified'),
  called('L402 behind quotes that never end', hostile, { 'www-authenticate': `Basic realm="a, ${l402.replaceAll('"', '')}` }, 'unspecified'),
  called('a scheme that begins like L402', hostile, { 'www-authenticate': 'L4020 token="a"' }, 'unspecified'),
  called('L402 beyond what is read', hostile, { 'www-authenticate': `${'a, '.repeat(12_000)}${l402}` }, 'unspecified'),
  silent('L402 in an answer of 200', ours, { 'www-authenticate': l402 }, 200),
  silent('a login', 'RFC 9110, section 11.6.1', { 'www-authenticate': 'Basic realm="simple", Negotiate' }, 401),
  silent('a challenge without a scheme', hostile, { 'www-authenticate': 'macaroon="a", invoice="b"' }, 401),
]

const creqA = 'creqAo2FhBWF1Y3NhdGFtgXgbaHR0cHM6Ly90ZXN0bnV0LmNhc2h1LnNwYWNl'
const creqB = 'CREQB1QYQQWER9D4HNZV3NQGQQSQQQQQQQQQQRAQPSQQGQQSQQZQG9QQVXSAR5WPEN5TE0D45KUAPWV4UXZMTSD3JJUCM0D5RQQRJRDANXVET9YPCXZ7TDV4H8GXHR3TQ'
const cashu: readonly AnswerCase[] = [
  called('Cashu, the first encoding', 'Cashu NUT-24 and NUT-18', { 'x-cashu': creqA }, 'cashu'),
  called('Cashu, the second encoding', 'Cashu NUT-26, example', { 'x-cashu': creqB }, 'cashu'),
  called('Cashu money where a request should be', hostile, { 'x-cashu': 'cashuBo2FteBlodHRwczovL' }, 'unspecified'),
  silent('Cashu that was refused', 'Cashu NUT-24', { 'x-cashu': creqA }, 400),
]

const robots: readonly AnswerCase[] = [
  called('a price for robots', 'Cloudflare documentation, pay per crawl', { date: 'Fri, 06 Jun 2025 08:42:38 GMT', 'crawler-price': 'USD 0.01' }, 'pay-per-crawl'),
  called('a price for robots, and an error', 'Cloudflare documentation, pay per crawl, error codes', { 'crawler-price': 'USD 0.01', 'crawler-error': 'MissingCrawlerPrice' }, 'pay-per-crawl'),
  called('a price for robots that is none', hostile, { 'crawler-price': 'free money, click here' }, 'pay-per-crawl'),
  called('a licence for robots', 'RSL 1.0', { 'www-authenticate': 'License', link: '<https://news.example/license.xml>; rel="license"; type="application/rsl+xml"' }, 'rsl', { status: 401 }),
  called('a licence for robots, with 402', 'RSL 1.0', { 'www-authenticate': 'License error="invalid_request", error_description="a, b"' }, 'rsl'),
  silent('a page that robots paid for', 'Cloudflare documentation, pay per crawl', { 'crawler-charged': 'USD 0.01' }, 200),
  silent('a price for robots beside the page', ours, { 'crawler-price': 'USD 0.01' }, 200),
]

const taler: readonly AnswerCase[] = [
  called('Taler', 'draft-grothoff-taler-01', { taler: 'taler://pay/backend.demo.taler.net/2026-wren/' }, 'taler'),
  called('Taler, accepted and not done', 'GNU Taler wallet: 402 and 202', { taler: 'taler://pay/backend.demo.taler.net/2026-wren/' }, 'taler', { status: 202 }),
  called('Taler while developing', 'draft-grothoff-taler-01', { taler: 'taler+http://pay/localhost:9966/2026-wren/' }, 'taler'),
  called('Paivana', 'GNU Taler, design document 76', { paivana: 'taler://pay-template/news.example/.well-known/paivana/wren' }, 'taler', { status: 200 }),
  called('Taler that gives money', 'draft-grothoff-taler-01', { taler: 'taler://withdraw/bank.demo.taler.net/api/1234' }, 'unspecified'),
  silent('Taler that takes money back', 'draft-grothoff-taler-01', { taler: 'taler://refund/backend.demo.taler.net/2026-wren/' }, 200),
  silent('a script for Taler', hostile, { taler: 'javascript:taler://pay/a/b' }, 200),
]

const html = { 'content-type': 'text/html; charset=utf-8' }
const json = { 'content-type': 'application/json' }
const stock: readonly AnswerCase[] = [
  called('402 and nothing else', 'RFC 9110, section 15.5.3', {}, 'unspecified'),
  called("402 with a server's own page", 'nginx', { ...html, server: 'nginx' }, 'unspecified'),
  called('402 of a site that is switched off', 'Vercel', { 'content-type': 'text/plain; charset=utf-8', server: 'Vercel', 'x-vercel-error': 'DEPLOYMENT_DISABLED' }, 'unspecified'),
  called('402 for robots, in words', 'Cloudflare changelog, August 2025, example', { ...json, server: 'cloudflare' }, 'unspecified', { body: '{ "message": "Please contact the site owner for access." }' }),
  called('402 of a shop interface', 'Stripe documentation, errors', json, 'unspecified', { body: '{"error":{"code":"card_declined","type":"card_error","message":"Your card was declined."}}' }),
  called('402 with an empty object', '@x402/express 2.27.0 output, body only', json, 'unspecified', { body: '{}' }),
  called('402 with problem details', 'RFC 9457', { 'content-type': 'application/problem+json' }, 'unspecified', { body: '{"type":"about:blank","title":"Payment Required","status":402}' }),
  called('402 with bare numbers', 'BRC-121', { 'x-bsv-sats': '1000', 'x-bsv-server': `02${'ab'.repeat(32)}` }, 'unspecified'),
  called('402 in a hypermedia draft', 'x402 pull request 3538', { 'www-authenticate': 'x402 version="2", network="eip155:84532", amount="10000"' }, 'unspecified'),
  called('402 with a body of 5,000 brackets', hostile, json, 'unspecified', { body: '['.repeat(5000) }),
  called('402 with a body that is text', hostile, json, 'unspecified', { body: '"x402Version"' }),
  silent('a page', ours, html, 200),
  silent('a page that is not there', ours, html, 404),
]

export const otherCases: readonly AnswerCase[] = [...lightning, ...cashu, ...robots, ...taler, ...stock]
