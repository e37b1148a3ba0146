// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sealPart } from '../../core/sealed/format'
import { writeKeyAnswer } from '../../core/sealed/key-answer'
import { encodeBase64 } from './border'
import { PayWall } from './element'
import { local, walletOn, type TestWallet } from './tag.fixtures'
import type { Provider } from './wallets'

const src = '/farthing/parts/1/essays/ferry'
const html = { 'Content-Type': 'text/html; charset=utf-8' }
const priced = (...amounts: readonly string[]) => {
  const accepts = amounts.map((amount) => ({ scheme: 'exact', network: local.id, amount, asset: local.token.address, payTo: `0x${'1'.repeat(40)}`, maxTimeoutSeconds: 60, extra: { name: local.token.name, version: '2' } }))
  return new Response('', { status: 402, headers: { 'PAYMENT-REQUIRED': encodeBase64(JSON.stringify({ x402Version: 2, resource: { url: src }, accepts })) } })
}

let wallet: TestWallet
let answers: { unpaid: () => Response; paid: () => Response | Promise<Response> }
let requests: { readonly url: string; readonly payment: string | null; readonly init: RequestInit }[]
/** Ciphertexts by address; and addresses at which nobody answers. */
let files: Map<string, Uint8Array<ArrayBuffer>>
let silent: Set<string>
const stops: (() => void)[] = []

beforeAll(() => customElements.define('pay-wall', PayWall))
beforeEach(() => {
  localStorage.clear()
  wallet = walletOn({ now: () => Date.now() })
  requests = []
  answers = { unpaid: () => priced('100000'), paid: () => new Response('<h2>At night</h2>\n<p>the rest of it</p><script>1</script>', { headers: html }) }
  files = new Map()
  silent = new Set()
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const file = files.get(url)
    if (file !== undefined) return new Response(file)
    const payment = (init.headers as Record<string, string> | undefined)?.['PAYMENT-SIGNATURE'] ?? null
    requests.push({ url, payment, init })
    if (silent.has(url)) throw new TypeError('network')
    return payment === null ? answers.unpaid() : answers.paid()
  })
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

function announce(name: string, provider: Provider = wallet.provider, icon = 'data:image/png;base64,AA=='): void {
  const say = () => dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: { info: { uuid: name, name, icon, rdns: 'x' }, provider } }))
  addEventListener('eip6963:requestProvider', say)
  stops.push(() => removeEventListener('eip6963:requestProvider', say))
}

function place(attributes = `src="${src}" price="0.10" words="2400" keep="forever" refund="P14D"`): PayWall {
  document.body.innerHTML = `<pay-wall ${attributes}><p>Teaser</p><a href="${src}">Read on</a></pay-wall>`
  const tag = document.querySelector('pay-wall')
  if (!(tag instanceof PayWall)) throw new Error('not defined')
  return tag
}

const inside = (tag: PayWall, name: string) => tag.shadowRoot?.querySelector<HTMLElement>(`[part=${name}]`)
const said = (tag: PayWall) => inside(tag, 'message')?.textContent ?? ''
const buttons = (tag: PayWall) => [...(tag.shadowRoot?.querySelectorAll('button') ?? [])]
const press = (tag: PayWall, label: string) => {
  const found = buttons(tag).find(({ textContent }) => textContent === label)
  if (found === undefined) throw new Error(`no ${label} among ${buttons(tag).map(({ textContent }) => textContent).join(', ')}`)
  found.click()
}

describe('before anything is bought', () => {
  it('says what it costs and what one gets, and asks nobody', () => {
    announce('Test Wallet')
    const tag = place()
    expect(inside(tag, 'price')?.textContent).toBe('$0.10')
    expect(inside(tag, 'terms')?.textContent).toBe('2,400 words · yours to keep · money back within 14 days')
    expect(buttons(tag).map(({ textContent }) => textContent)).toEqual(['Pay $0.10 with a wallet'])
    expect(tag.textContent).toContain('Teaser')
    expect(requests).toEqual([])
    expect(wallet.asked).toEqual([])
  })

  it('says honestly that a wallet is needed, and leads only where the author says', () => {
    const tag = place()
    expect(buttons(tag)).toEqual([])
    expect(inside(tag, 'note')?.textContent).toMatch(/^To pay, you need a wallet/)
    expect(inside(tag, 'note')?.querySelector('a')).toBeNull()
    expect(inside(place(`src="${src}" help="/wallets"`), 'note')?.querySelector('a')?.href).toMatch(/\/wallets$/)
    expect(inside(place(`src="${src}" help="javascript:alert(1)"`), 'note')?.querySelector('a')).toBeNull()
  })

  it('says nothing of what is written wrongly', () => {
    const tag = place(`src="${src}" price="free" words="many" keep="P" refund="soon"`)
    expect(inside(tag, 'price')?.hidden).toBe(true)
    expect(inside(tag, 'terms')?.hidden).toBe(true)
  })

  it('lets the reader choose between wallets, by names on one line and pictures that come from nowhere', async () => {
    announce('One')
    announce('Two\n‮x', wallet.provider, 'https://tracker.example/pixel.png')
    const tag = place()
    press(tag, 'Pay $0.10 with a wallet')
    expect(buttons(tag).map(({ textContent }) => textContent)).toEqual(['One', 'Two x', 'Not now'])
    expect(buttons(tag).map((button) => button.querySelector('img')?.src ?? null)).toEqual(['data:image/png;base64,AA==', null, null])
    press(tag, 'One')
    await vi.waitFor(() => expect(tag.textContent).toContain('the rest of it'))
  })
})

describe('buying', () => {
  it('puts what was bought in place, without its scripts, and brings the reader there', async () => {
    announce('Test Wallet')
    const tag = place()
    press(tag, 'Pay $0.10 with a wallet')
    await vi.waitFor(() => expect(tag.innerHTML).toBe('<h2 tabindex="-1">At night</h2>\n<p>the rest of it</p>'))
    expect(document.activeElement).toBe(tag.firstElementChild)
    expect(tag.shadowRoot?.querySelector('.said')?.textContent).toBe('Unlocked, 6 words')
    expect(inside(tag, 'panel')?.hidden).toBe(true)
    for (const { init } of requests) expect(init).toMatchObject({ redirect: 'manual', credentials: 'same-origin', cache: 'no-store' })
  })

  it('asks once more where it costs more than was said', async () => {
    announce('Test Wallet')
    answers.unpaid = () => priced('200000')
    const tag = place()
    press(tag, 'Pay $0.10 with a wallet')
    await vi.waitFor(() => expect(said(tag)).toBe('This now costs $0.20, not $0.10. Nothing has been charged.'))
    expect(wallet.signed).toEqual([])
    press(tag, 'Pay $0.20')
    await vi.waitFor(() => expect(tag.textContent).toContain('the rest of it'))
  })

  it('asks for the price where none is said', async () => {
    announce('Test Wallet')
    const tag = place(`src="${src}"`)
    press(tag, 'Ask for the price')
    await vi.waitFor(() => expect(said(tag)).toBe('This costs $0.10. Nothing has been charged.'))
    press(tag, 'Not now')
    expect(buttons(tag).map(({ textContent }) => textContent)).toEqual(['Ask for the price'])
  })

  it('says first that nothing was charged when the reader says no', async () => {
    announce('Test Wallet')
    wallet.fails['eth_signTypedData_v4'] = 4001
    const tag = place()
    press(tag, 'Pay $0.10 with a wallet')
    await vi.waitFor(() => expect(said(tag)).toBe('Nothing was charged. You said no in your wallet.'))
    expect(buttons(tag)).toHaveLength(1)
  })

  it('says what is not known when the answer is lost, remembers it over a reload, and opens without another signature', async () => {
    announce('Test Wallet')
    answers.paid = () => Promise.reject(new TypeError('network'))
    const tag = place()
    press(tag, 'Pay $0.10 with a wallet')
    await vi.waitFor(() => expect(said(tag)).toMatch(/^It is not known yet whether you were charged\. Press again: you cannot be charged twice/))
    const again = place()
    expect(said(again)).toBe('You began to pay for this. Press again: you cannot be charged twice.')
    answers.paid = () => new Response('<p>the rest of it</p>', { headers: html })
    press(again, 'Try again')
    await vi.waitFor(() => expect(again.textContent).toBe('the rest of it'))
    expect(wallet.signed).toHaveLength(1)
  })

  it('opens by itself for who has bought it, and does not move them', async () => {
    announce('Test Wallet')
    press(place(), 'Pay $0.10 with a wallet')
    await vi.waitFor(() => expect(document.body.textContent).toContain('the rest of it'))
    answers.unpaid = () => new Response('<p>the rest of it</p>', { headers: html })
    const again = place()
    await vi.waitFor(() => expect(again.textContent).toBe('the rest of it'))
    expect(document.activeElement).toBe(document.body)
    expect(requests.at(-1)?.payment).toBeNull()
  })
})

describe('beside a wallet that knows the tag', () => {
  it('steps back when that has put what was bought in its place', async () => {
    const tag = place()
    const bought = document.createElement('p')
    tag.replaceChildren(bought)
    await vi.waitFor(() => expect(inside(tag, 'panel')?.hidden).toBe(true))
    expect(tag.firstElementChild).toBe(bought)
  })

  it('stays while a page is still being read', async () => {
    const tag = place()
    tag.append(document.createElement('p'))
    await Promise.resolve()
    expect(inside(tag, 'panel')?.hidden).toBe(false)
  })
})

it('takes tips: its prices are buttons, and it says thanks', async () => {
  announce('Test Wallet')
  answers.unpaid = () => priced('500000', '100000')
  const tag = place('src="/farthing/tip" tip')
  press(tag, 'Leave a tip')
  await vi.waitFor(() => expect(buttons(tag).map(({ textContent }) => textContent)).toEqual(['Give $0.10', 'Give $0.50', 'Not now']))
  press(tag, 'Give $0.50')
  await vi.waitFor(() => expect(said(tag)).toBe('Thank you. Your tip has arrived.'))
  expect(wallet.signed[0]?.message.value).toBe('500000')
  expect(tag.textContent).toContain('Teaser')
})

it('asks for the prices by itself where the reader has opened the place for tips, and for nothing more', async () => {
  announce('Test Wallet')
  answers.unpaid = () => priced('100000')
  const tag = place(`src="${location.href}" tip page`)
  await vi.waitFor(() => expect(buttons(tag).map(({ textContent }) => textContent)).toEqual(['Give $0.10', 'Not now']))
  expect(requests.map(({ payment }) => payment)).toEqual([null])
  expect(wallet.asked).toEqual([])
})

describe('a sealed part', () => {
  const key = new Uint8Array(32).fill(5)
  const binding = { title: 'The ferry', url: 'https://ada.example/essays/ferry' }
  const file = (base = location.origin) => `${base}/ferry.1.sealed`
  const first = 'https://keys.example/k/abc'
  const second = 'https://other.example/k/def'
  const attributes = `src="${first}" also="${second}" sealed="/ferry.1.sealed" price="0.10"`

  beforeEach(async () => {
    announce('Test Wallet')
    const sealed = await sealPart(crypto.subtle, key, binding, '<p id="a">She paid in herring. <img src="boat.png"></p>')
    files.set(file(), new Uint8Array(sealed))
    const headers = { 'Content-Type': 'application/vnd.farthing.key+json' }
    answers.paid = () => new Response(writeKeyAnswer({ key, ...binding }), { headers })
  })

  it('opens with the key that was bought, and without a network from then on', async () => {
    const tag = place(attributes)
    press(tag, 'Pay $0.10 with a wallet')
    await vi.waitFor(() => expect(tag.innerHTML).toContain('She paid in herring.'))
    expect(tag.innerHTML).toContain('<p id="user-content-a" tabindex="-1">')
    expect(tag.querySelector('img')?.src).toBe('https://ada.example/essays/boat.png')
    requests = []
    const again = place(attributes)
    await vi.waitFor(() => expect(again.textContent).toContain('She paid in herring.'))
    expect(requests).toEqual([])
  })

  it.each([
    ['is not there', () => files.clear()],
    ['is something else', () => files.set(file(), new Uint8Array(5000))],
  ])('that %s is not paid for', async (_, spoil) => {
    spoil()
    const tag = place(attributes)
    press(tag, 'Pay $0.10 with a wallet')
    await vi.waitFor(() => expect(said(tag)).toMatch(/^Nothing was charged\./))
    expect(wallet.asked).toEqual([])
  })

  it('is not fetched from anybody else', async () => {
    files.set(file('https://third.example'), files.get(file()) ?? new Uint8Array())
    const tag = place(`src="${first}" sealed="https://third.example/ferry.1.sealed" price="0.10"`)
    press(tag, 'Pay $0.10 with a wallet')
    await vi.waitFor(() => expect(said(tag)).toMatch(/^Nothing was charged\./))
  })

  it('is sold by another service where the first does not answer, and by that one only once something was signed', async () => {
    silent.add(first)
    answers.paid = () => Promise.reject(new TypeError('network'))
    const tag = place(attributes)
    press(tag, 'Pay $0.10 with a wallet')
    await vi.waitFor(() => expect(said(tag)).toMatch(/^It is not known yet/))
    expect(requests.map(({ url }) => url)).toEqual([first, second, second])
    silent.clear()
    requests = []
    press(tag, 'Try again')
    await vi.waitFor(() => expect(requests.map(({ url }) => url)).toEqual([second]))
  })

  it('that the key does not open is said to be charged', async () => {
    answers.paid = () => new Response(writeKeyAnswer({ key: key.map((byte) => byte + 1), ...binding }), { headers: { 'Content-Type': 'application/vnd.farthing.key+json' } })
    const tag = place(attributes)
    press(tag, 'Pay $0.10 with a wallet')
    await vi.waitFor(() => expect(said(tag)).toMatch(/^You were charged\./))
  })
})
