// @vitest-environment happy-dom
import { fakeWorker, reply } from '../testing/fake-worker'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { settings } from '../dashboard/testing'
import { PricesProvider } from '../shared/prices'
import { show, type Screen } from '../testing/screen'
import { Done } from './other-states'
import { Ready } from './ready'
import { anyQuote } from './testing'

// Only a person's press is obeyed (arming.test.ts, e2e); here every press is.
vi.mock('./use-arming', () => ({ useArming: () => ({ phase: 'armed', accepts: () => true }) }))

const approval = { agree: vi.fn(), choose: vi.fn(), chose: false, chooseAmount: vi.fn(), note: '', setNote: vi.fn(), decline: vi.fn(), agreeing: false, dialog: null, sentence: null }

beforeEach(() => {
  fakeWorker({ 'settings.read': () => reply(settings) })
  for (const act of [approval.agree, approval.choose, approval.chooseAmount, approval.setNote]) act.mockReset()
})

const others = [{ price: { atomic: '500000', decimals: 6, symbol: 'USDC' }, covers: null }]
const open = (changes: Parameters<typeof anyQuote>[0] = {}, chose = false): Promise<Screen> =>
  show(
    <PricesProvider>
      <Ready quote={anyQuote({ kind: 'tip', title: 'Tip Ada', others, ...changes })} approval={{ ...approval, chose }} />
    </PricesProvider>,
  )

describe('a tip', () => {
  it('has its suggestions as buttons, the smallest first, and the one on screen pressed', async () => {
    const screen = await open()
    const amounts = [...screen.root.querySelectorAll('.tip-amount')]
    expect(amounts.map((one) => [one.textContent, one.getAttribute('aria-pressed')])).toEqual([['$0.05', 'true'], ['$0.50', 'false']])
    await screen.click('$0.50')
    expect(approval.choose).toHaveBeenCalledExactlyOnceWith(0)
  })

  it('that was chosen keeps the keyboard; otherwise the window begins with what it is about', async () => {
    await open({}, true)
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('$0.05'))
    await open()
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Tip Ada'))
  })

  it('of an own amount is asked for in its plain spelling, and what is no amount is not', async () => {
    const screen = await open()
    await screen.type('Another amount, in dollars', 'a lot')
    await screen.click('Use it')
    expect(screen.text()).toContain('Type an amount like 1.50.')
    expect(approval.chooseAmount).not.toHaveBeenCalled()
    await screen.type('Another amount, in dollars', '2,5')
    await screen.click('Use it')
    expect(approval.chooseAmount).toHaveBeenCalledExactlyOnceWith('2.5')
  })

  it('of an own amount leads back to the suggestions', async () => {
    const screen = await open({ ownAmount: '2.5', others: [] })
    expect(screen.root.querySelector('.tip-amount')).toBeNull()
    await screen.click('Back to the suggested amounts')
    expect(approval.chooseAmount).toHaveBeenCalledExactlyOnceWith(null)
  })

  it('to a new account is given only after the tick, and says that it was made', async () => {
    const screen = await open({ newPayee: true })
    await screen.click('Tip $0.05')
    expect(approval.agree).not.toHaveBeenCalled()
    expect(screen.button('Tip $0.05').getAttribute('aria-disabled')).toBe('true')
    screen.root.querySelector<HTMLInputElement>('.check input')?.click()
    await screen.settle()
    await screen.click('Tip $0.05')
    expect(approval.agree).toHaveBeenCalledExactlyOnceWith(anyQuote().message, { checked: true, fine: false })
  })

  it('to a known account takes no tick', async () => {
    const screen = await open()
    expect(screen.root.querySelector('.check')).toBeNull()
    await screen.click('Tip $0.05')
    expect(approval.agree).toHaveBeenCalledExactlyOnceWith(anyQuote().message, { checked: false, fine: false })
  })

  it.each([
    [true, 'Whoever gets it can read it, and so can their payment service.'],
    [false, 'It stays in your own history: this place takes no notes.'],
  ])('says beside a note who can read it (taken: %s)', async (takesNote, sentence) => {
    const screen = await open({ takesNote })
    expect(screen.text()).toContain(sentence)
    await screen.type('Your note', 'For the swifts')
    expect(approval.setNote).toHaveBeenLastCalledWith('For the swifts')
  })

  it('that arrived is thanked for', async () => {
    const screen = await show(<Done view={{ state: 'done', outcome: 'delivered', sentence: 'Your tip has arrived.', paymentId: 'p', tip: true, offer: null }} />)
    expect(screen.root.querySelector('h1')?.textContent).toBe('Thank you')
  })
})
