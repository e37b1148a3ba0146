import { en as words } from '../../src/core/words/en'
import { ask, askHonestly, paymentOf, readPayment } from '../hostile/answers'
import { challengeFor, honestOffer, hostileChallenges, hostileNames, type HostileName } from '../hostile/challenges'
import { insist } from '../hostile/insist'
import type { HostileServer } from '../hostile/server'
import { expect, test } from '../hostile/test'
import type { Reader } from '../support/reader'

const { challenge, offer } = words

/** What a reader is told, attack by attack: a new attack does not compile without a sentence. */
const sentences: Record<HostileName, string> = {
  'bad-base64': challenge['not-base64'],
  'base64-with-a-gap': challenge['not-base64'],
  'bad-json': challenge['not-json'],
  'json-of-another-shape': challenge['wrong-shape'],
  'nested-without-end': challenge['not-json'],
  'header-64k': challenge['header-too-large'],
  'header-200k': challenge['header-too-large'],
  'offers-200': challenge['too-many-offers'],
  'no-offers': challenge['wrong-shape'],
  'version-9': challenge['wrong-version'],
  'amount-1e4': offer['bad-amount'],
  'amount-negative': offer['bad-amount'],
  'amount-hex': offer['bad-amount'],
  'amount-octal': offer['bad-amount'],
  'amount-zero': offer['bad-amount'],
  'amount-number': offer['bad-amount'],
  'amount-beyond-uint256': offer['bad-amount'],
  'look-alike-token': offer['unknown-asset'],
  'wrong-name': offer['asset-mismatch'],
  'wrong-token-version': offer['asset-mismatch'],
  'wrong-decimals': offer['asset-mismatch'],
  'other-chain': offer['other-network'],
  'unknown-chain': offer['unknown-network'],
  'unknown-scheme': offer['unknown-scheme'],
  'standing-access': offer['needs-approval'],
  'no-payee': offer['bad-payee'],
  'payee-is-the-token': offer['bad-payee'],
  'no-time': offer['bad-window'],
  'resource-elsewhere': challenge['resource-elsewhere'],
}

/** Nothing signed, nothing sent, nothing moved. */
async function expectUntouched(reader: Reader, evil: HostileServer): Promise<void> {
  expect(await reader.payments()).toEqual([])
  expect(evil.payments).toEqual([])
  expect(await reader.balance()).toBe(5_000_000n)
}

test.describe('hostile answers are refused in words and nothing is signed', () => {
  test('every hostile challenge, by the card and by the approval', async ({ reader, evil }) => {
    test.setTimeout(180_000)
    for (const name of hostileNames) {
      await test.step(name, async () => {
        const page = await reader.visit(evil.url(`/hostile/${name}`))
        await expect.soft.poll(() => reader.card(page).text(), { message: name }).toContain(sentences[name])
        expect.soft(await reader.card(page).text(), name).not.toContain('Unlock for')
        const approval = await insist(reader, page)
        await expect.soft(approval.page.getByText(sentences[name]), name).toBeVisible()
        await expect.soft(approval.payButton, name).toHaveCount(0)
        await approval.page.close()
        await page.close()
      })
    }
    expect(Object.keys(hostileChallenges)).toEqual(hostileNames)
    await expectUntouched(reader, evil)
  })

  test('a page that turns hostile between card and approval', async ({ reader, evil }) => {
    let turned = false
    evil.serve('/turning', (exchange) => {
      const { response, url } = exchange
      if (!turned) askHonestly(exchange)
      else ask(response, challengeFor(url, [{ ...honestOffer, extra: { name: 'Dollar', version: '2' } }]))
    })
    const page = await reader.visit(evil.url('/turning'))
    await reader.card(page).expectText('Unlock for $0.01')
    turned = true
    const approval = await reader.ask(page)
    await expect(approval.page.getByText(words.offer['asset-mismatch'])).toBeVisible()
    await expect(approval.payButton).toHaveCount(0)
    await expectUntouched(reader, evil)
  })

  test('one good offer among bad ones is the one that is shown', async ({ reader, evil }) => {
    evil.serve('/mixed', ({ response, url }) => {
      const bad = [{ ...honestOffer, amount: '1', extra: { name: 'USDC', version: '2' } }, { ...honestOffer, scheme: 'upto', amount: '2' }, null, 7]
      ask(response, challengeFor(url, [...bad, honestOffer]))
    })
    const page = await reader.visit(evil.url('/mixed'))
    await reader.card(page).expectText('Unlock for $0.01')
    await expectUntouched(reader, evil)
  })

  test('a year of validity is signed for five minutes at most', async ({ reader, evil }) => {
    const year = 365 * 24 * 3600
    // Refuses every payment, and keeps the signature.
    evil.serve('/year', (exchange) => askHonestly(exchange, { maxTimeoutSeconds: year }))
    const page = await reader.visit(evil.url('/year'))
    const approval = await reader.ask(page)
    await approval.agree()
    await expect.poll(() => evil.payments.length).toBe(1)
    const { accepted, payload } = readPayment(evil.payments[0]?.header ?? '')
    expect(accepted.maxTimeoutSeconds).toBe(year)
    const now = Math.floor(Date.now() / 1000)
    expect(Number(payload.authorization.validBefore)).toBeLessThanOrEqual(now + 300)
    expect(Number(payload.authorization.validBefore)).toBeGreaterThan(now)
    expect(payload.authorization.validAfter).toBe('0')
    await expect(approval.page.getByText(words.outcome.refused(null))).toBeVisible()
    await reader.expectPayment('refused')
    expect(await reader.balance()).toBe(5_000_000n)
  })

  test('a seller who refuses again and again gets one nonce, one price and one payee', async ({ reader, evil }) => {
    evil.serve('/again', (exchange) => askHonestly(exchange))
    for (const time of [1, 2]) {
      const page = await reader.visit(evil.url('/again'))
      const approval = await reader.ask(page)
      await approval.agree()
      await expect.poll(() => evil.payments.length).toBe(time)
      await reader.expectPayment('refused')
      await page.close()
    }
    const [first, second] = evil.payments.map(({ header }) => readPayment(header).payload.authorization)
    expect(second).toMatchObject({ nonce: first?.nonce, value: first?.value, to: first?.to })
    expect(await reader.payments()).toHaveLength(1)
    expect(await reader.balance()).toBe(5_000_000n)
  })

  test('a dearer price while the first signature can still be used is not signed', async ({ reader, evil }) => {
    evil.serve('/dearer', (exchange) => {
      const refusedOnce = evil.payments.length > 0 && paymentOf(exchange.request) === null
      askHonestly(exchange, { amount: refusedOnce ? '20000' : '10000' })
    })
    const first = await reader.ask(await reader.visit(evil.url('/dearer')))
    await first.agree()
    await reader.expectPayment('refused')
    const second = await reader.ask(await reader.visit(evil.url('/dearer')))
    await second.agree()
    await expect(second.page.getByText(words.priceInFlight)).toBeVisible()
    expect(evil.payments).toHaveLength(1)
    expect(await reader.balance()).toBe(5_000_000n)
  })
})
