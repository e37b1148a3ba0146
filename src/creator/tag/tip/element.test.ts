// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { local, receiptOf, walletOn, type TestWallet } from '../tag.fixtures'
import type { Provider } from '../wallets'
import { PayTip } from './element'

const usdc = local.token.address
const poet = '0x14dc79964da2c08b23698b3d3cc7ca32193d9955'
const spelling = '0x14dC79964da2C08b23698B3D3cc7Ca32193d9955'
const other = '0x209693bc6afc0c5328ba36faf03c514ef312287c'
const linkTo = (account: string) => `ethereum:${usdc}@31337/transfer?address=${account}`

let wallet: TestWallet
const stops: (() => void)[] = []
beforeAll(() => customElements.define('pay-tip', PayTip))
beforeEach(() => {
  localStorage.clear()
  wallet = walletOn({ now: () => Date.now() })
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  document.body.replaceChildren()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function announce(name: string, provider: Provider = wallet.provider): void {
  const say = () => dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: { info: { uuid: name, name, icon: '', rdns: 'x' }, provider } }))
  addEventListener('eip6963:requestProvider', say)
  stops.push(() => removeEventListener('eip6963:requestProvider', say))
}

/** As it is found by a script that is loaded after the page. */
function place(href = linkTo(spelling)): PayTip {
  const tag = new PayTip()
  tag.setAttribute('amounts', '1 3 0.50')
  tag.innerHTML = `<a href="${href}">Leave a tip</a>`
  document.body.replaceChildren(tag)
  return tag
}

const inside = (tag: PayTip, selector: string) => tag.shadowRoot?.querySelector<HTMLElement>(selector)
const said = (tag: PayTip) => inside(tag, '[part=message]')?.textContent ?? ''
const note = (tag: PayTip) => [...(tag.shadowRoot?.querySelectorAll('[part=note]') ?? [])].map(({ textContent }) => textContent).join('')
const hasLink = (tag: PayTip) => inside(tag, '[part=link]')?.hidden === false
const labels = (tag: PayTip) => [...(tag.shadowRoot?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent)
const button = (tag: PayTip, label: string) => [...(tag.shadowRoot?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === label) ?? expect.fail(`no ${label} among ${labels(tag).join(', ')}`)
const press = (tag: PayTip, label: string) => button(tag, label).click()

describe('before anything is given', () => {
  it('shows the author’s amounts, the whole account, and who is paid what; and asks the wallet for nothing', () => {
    announce('Test Wallet')
    const tag = place()
    expect(labels(tag)).toEqual(['Give $1', 'Give $3', 'Give $0.50'])
    expect(note(tag)).toBe(`All of it goes to ${spelling}, in dollars (USDC) on Local. Your wallet adds the network’s own fee and shows it before you agree; nobody else takes anything. This is test money.`)
    expect(hasLink(tag) && tag.hasAttribute('ready')).toBe(true)
    expect(wallet.asked).toEqual([])
  })

  it('leaves the link and says what is needed where there is no wallet, and finds one that comes later', async () => {
    const tag = place()
    expect(labels(tag)).toEqual([])
    expect(hasLink(tag) && !tag.hasAttribute('ready')).toBe(true)
    expect(note(tag)).toMatch(/^A wallet in this browser/)
    announce('Late')
    dispatchEvent(new Event('eip6963:requestProvider'))
    await vi.waitFor(() => expect(labels(tag)).toHaveLength(3))
  })

  it('refuses an account whose checksum is wrong: with the reason, without button and link', () => {
    announce('Test Wallet')
    const tag = place(linkTo(spelling.replace('dC', 'dc')))
    expect(said(tag)).toBe('Nothing can be given here until its author mends it: the account is misspelt, and your money could reach somebody else.')
    expect(labels(tag)).toEqual([])
    expect(hasLink(tag)).toBe(false)
  })

  it('leaves to other wallets what is not for this tag', () => {
    announce('Test Wallet')
    const tag = place(`ethereum:${poet}@1`)
    expect(said(tag)).toMatch(/^This is for a network that is not known here/)
    expect(labels(tag)).toEqual([])
    expect(hasLink(tag)).toBe(true)
  })

  it('follows the page while nobody has pressed', async () => {
    announce('Test Wallet')
    const tag = place()
    tag.setAttribute('amounts', '7')
    expect(labels(tag)).toEqual(['Give $7'])
    tag.querySelector('a')?.setAttribute('href', linkTo(other))
    await vi.waitFor(() => expect(note(tag)).toContain(other.slice(0, 6)))
    tag.replaceChildren()
    await vi.waitFor(() => expect(said(tag)).toMatch(/is missing\.$/))
  })
})

describe('giving', () => {
  it('thanks, and has no more buttons', async () => {
    announce('Test Wallet')
    const tag = place()
    press(tag, 'Give $3')
    await vi.waitFor(() => expect(said(tag)).toBe('Thank you. Your $3 has arrived.'))
    expect(labels(tag)).toEqual([])
    expect(hasLink(tag)).toBe(false)
    expect(wallet.calls.map(({ data }) => BigInt(`0x${data.slice(74)}`))).toEqual([3_000_000n])
  })

  it('asks the wallet once, however often and on whatever is pressed', async () => {
    announce('Test Wallet')
    const tag = place()
    const all = ['Give $3', 'Give $1'].map((label) => button(tag, label))
    for (const one of [...all, ...all]) one.click()
    await vi.waitFor(() => expect(said(tag)).toMatch(/^Thank you/))
    for (const one of all) one.click()
    await Promise.resolve()
    expect(wallet.calls).toHaveLength(1)
  })

  it('gives to whom it showed, whatever the page says meanwhile', async () => {
    announce('Test Wallet')
    const tag = place()
    const shown = button(tag, 'Give $1')
    tag.querySelector('a')?.setAttribute('href', linkTo(other))
    shown.click()
    await vi.waitFor(() => expect(said(tag)).toMatch(/^Thank you/))
    expect(wallet.calls[0]?.data).toContain(poet.slice(2))
  })

  it('says first that nothing was given when the reader says no, and can be pressed again', async () => {
    announce('Test Wallet')
    wallet.fails['eth_sendTransaction'] = 4001
    const tag = place()
    press(tag, 'Give $1')
    await vi.waitFor(() => expect(said(tag)).toBe('Nothing was given. You said no in your wallet.'))
    expect(labels(tag)).toHaveLength(3)
  })

  it('says what the account lacks', async () => {
    announce('Test Wallet')
    wallet.balance = 300_000n
    const tag = place()
    press(tag, 'Give $1')
    await vi.waitFor(() => expect(said(tag)).toBe('Nothing was given. Your account has $0.30; this is $1.00.'))
  })

  it('lets the reader choose between wallets, or not', async () => {
    announce('One')
    announce('Two')
    const tag = place()
    press(tag, 'Give $1')
    expect(labels(tag)).toEqual(['One', 'Two', 'Not now'])
    press(tag, 'Not now')
    expect(wallet.asked).toEqual([])
    press(tag, 'Give $1')
    press(tag, 'Two')
    await vi.waitFor(() => expect(said(tag)).toMatch(/^Thank you/))
  })

  it('does not ask while another tab of the site is giving', async () => {
    vi.stubGlobal('navigator', { locks: { request: async (_: string, __: object, run: (lock: null) => unknown) => run(null) } })
    announce('Test Wallet')
    const tag = place()
    press(tag, 'Give $1')
    await vi.waitFor(() => expect(said(tag)).toBe('You are giving in another tab already.'))
    expect(wallet.asked).toEqual([])
  })
})

describe('where it is not known what became of it', () => {
  it('is looked for again after a reload, and not given again by mistake', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    announce('Test Wallet')
    wallet.receipt = () => null
    const tag = place()
    press(tag, 'Give $3')
    await vi.advanceTimersByTimeAsync(130_000)
    expect(said(tag)).toBe('Your wallet has sent $3. The network has not confirmed it yet, which can take a while.')
    expect(labels(tag)).toEqual(['Look again', 'Give once more'])
    vi.useRealTimers()
    const again = place()
    expect(labels(again)).toEqual(['Look again', 'Give once more'])
    expect(hasLink(again)).toBe(false)
    wallet.receipt = receiptOf
    press(again, 'Look again')
    await vi.waitFor(() => expect(said(again)).toBe('Thank you. Your $3 has arrived.'))
    expect(wallet.calls).toHaveLength(1)
  })

  it('is said after a reload in the middle of the question', async () => {
    announce('Test Wallet', { request: async (call) => (call.method === 'eth_sendTransaction' ? new Promise<never>(() => undefined) : wallet.provider.request(call)) })
    press(place(), 'Give $1')
    await vi.waitFor(() => expect(localStorage.length).toBe(1))
    expect(said(place())).toMatch(/^You began to give \$1 at \d+:\d\d [AP]M\. Your wallet may still ask you, or have sent it: look there first\.$/)
  })
})
