import { en as words } from '../../src/core/words/en'
import { formatToken } from '../../src/core/money'
import { ask, askHonestly, readPayment } from '../hostile/answers'
import { challengeFor, honestOffer } from '../hostile/challenges'
import { expect, test } from '../hostile/test'
import { send } from '../support/extension'
import { password } from '../support/reader'

/** Promise 1, seen from the other side: what the reader was shown is what the seller received. */
test.describe('what you see is what you sign', () => {
  test('amount, payee, currency, account and nonce on screen are the ones that arrive', async ({ reader, evil, world }) => {
    evil.serve('/exact', (exchange) => askHonestly(exchange, { amount: '1234567' }))
    const approval = await reader.ask(await reader.visit(evil.url('/exact')))
    await expect(approval.payButton).toBeVisible()
    await approval.page.getByText('What exactly is signed').click()
    const shown = await approval.text()
    await approval.agree()
    await approval.confirm(password)
    await expect.poll(() => evil.payments.length).toBe(1)

    const { authorization } = readPayment(evil.payments[0]?.header ?? '').payload
    expect(authorization.value).toBe('1234567')
    expect(authorization.to).toBe(world.accounts.seller)
    expect(authorization.from).toBe(reader.address)
    expect(shown).toContain(formatToken(BigInt(authorization.value), { decimals: 6, symbol: 'USDC' }))
    expect(shown).toContain(`${authorization.value} smallest units`)
    for (const field of ['to', 'from', 'nonce'] as const) expect(shown).toContain(authorization[field])
    expect(shown.toLowerCase()).toContain(world.token.toLowerCase())
  })

  test('of several offers the one on screen is signed and echoed', async ({ reader, evil, world }) => {
    const offers = [
      { ...honestOffer, amount: '30000', payTo: world.accounts.partner },
      { ...honestOffer, amount: '20000' },
      { ...honestOffer, amount: '1', extra: { name: 'Dollar', version: '2' } },
    ]
    evil.serve('/several', ({ response, url }) => ask(response, challengeFor(url, offers)))
    const approval = await reader.ask(await reader.visit(evil.url('/several')))
    await expect(approval.payButton).toHaveText('Pay $0.02')
    await approval.agree()
    await expect.poll(() => evil.payments.length).toBe(1)
    const { accepted, payload } = readPayment(evil.payments[0]?.header ?? '')
    expect(accepted).toEqual(offers[1])
    expect(payload.authorization).toMatchObject({ value: '20000', to: world.accounts.seller })
  })

  test('another of the seller’s prices, once chosen, is the one that is shown, signed and echoed', async ({ reader, evil, world }) => {
    const offers = [{ ...honestOffer, amount: '500000' }, { ...honestOffer, amount: '20000', payTo: world.accounts.partner }, { ...honestOffer, amount: '20000' }]
    evil.serve('/day-pass', ({ response, url }) => ask(response, challengeFor(url, offers)))
    const approval = await reader.ask(await reader.visit(evil.url('/day-pass')))
    await expect(approval.payButton).toHaveText('Pay $0.02')
    const others = approval.page.getByRole('button', { name: /^Choose the offer for/ })
    await expect(others).toHaveText(['$0.50'])
    await others.click()
    await expect(approval.payButton).toHaveText('Pay $0.50')
    await expect(others).toHaveText(['$0.02'])
    await approval.agree()
    await expect.poll(() => evil.payments.length).toBe(1)
    const { accepted, payload } = readPayment(evil.payments[0]?.header ?? '')
    expect(accepted).toEqual(offers[0])
    expect(payload.authorization).toMatchObject({ value: '500000', to: world.accounts.seller })
  })

  test('an offer that changes after it was shown changes nothing that is signed', async ({ reader, evil, world }) => {
    let offer: Partial<typeof honestOffer> = {}
    evil.serve('/changing', (exchange) => askHonestly(exchange, offer))
    const approval = await reader.ask(await reader.visit(evil.url('/changing')))
    await expect(approval.payButton).toHaveText('Pay $0.01')
    offer = { amount: '4000000', payTo: world.accounts.partner }
    await approval.agree()
    await expect.poll(() => evil.payments.length).toBe(1)
    const { payload } = readPayment(evil.payments[0]?.header ?? '')
    expect(payload.authorization).toMatchObject({ value: '10000', to: world.accounts.seller })
  })

  test('agreeing to bytes that were not shown signs nothing', async ({ reader, evil }) => {
    evil.serve('/other-bytes', (exchange) => askHonestly(exchange))
    const { page, payButton } = await reader.ask(await reader.visit(evil.url('/other-bytes')))
    await expect(payButton).toBeVisible()
    const approval = new URL(page.url()).searchParams.get('approval') ?? ''
    const view = await reader.extension.ask(reader.desk, 'approval.read', { approval })
    const shown = view.state === 'ready' ? view.quote.message : ''
    expect(shown).toMatch(/^0x[0-9a-f]+$/)
    for (let at = 2; at < shown.length; at += 64) {
      const digit = shown.charAt(at) === '0' ? '1' : '0'
      const message = `${shown.slice(0, at)}${digit}${shown.slice(at + 1)}`
      expect(await send(reader.desk, 'approval.agree', { approval, message })).toMatchObject({ ok: false, sentence: words.draftChanged })
    }
    expect(await send(reader.desk, 'approval.agree', { approval, message: `${shown}00` })).toMatchObject({ ok: false })
    expect(await reader.payments()).toEqual([])
    expect(evil.payments).toEqual([])
  })

  test('what a seller writes is shown as text and cannot dress up the window', async ({ reader, evil }) => {
    const description = '<img src=x onerror="document.title=1"><h1>Free</h1> \u202e00.0$ \u0000yaP'
    evil.serve('/dressed', ({ response, url }) => ask(response, challengeFor(url, [honestOffer], { resource: { url, description } })))
    const approval = await reader.ask(await reader.visit(evil.url('/dressed')))
    await expect(approval.payButton).toHaveText('Pay $0.01')
    await expect(approval.page.getByRole('heading')).toHaveCount(1)
    await expect(approval.page.getByRole('heading')).toContainText('<img src=x')
    expect(await approval.text()).not.toMatch(/[\p{Cf}\p{Co}\uFFFD]/u)
    await expect(approval.page.locator('img')).toHaveCount(0)
  })
})
