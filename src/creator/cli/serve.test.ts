import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { accounts, sellerKey } from '../../../demo/world/accounts'
import { requiredBy } from '../till/market.fixtures'
import { accountKey } from './account-key'
import { Misuse } from './command'
import { readRefunds, readTips } from './offers'
import { serve } from './serve'

/** Milliseconds. A database is opened at the start, which takes a busy machine its time. */
const patience = 60_000

let folder = ''
let pages = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'farthing-serve-'))
  pages = join(folder, 'site')
  await mkdir(pages)
  await writeFile(join(pages, 'index.html'), '<title>Ferry</title><pay-wall price="0.10"><p>Free.</p><p data-paid>For sale.</p></pay-wall>')
  await writeFile(join(folder, 'key'), `${sellerKey()}\n`, { mode: 0o600 })
})
afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(() => vi.unstubAllEnvs())

const needed = () => [pages, '--to', accounts.seller, '--facilitator', 'http://127.0.0.1:9', '--network', 'local', '--endpoint', 'http://127.0.0.1:9', '--books', 'memory://', '--port', '0']

function started(...more: string[]) {
  const said: string[] = []
  const complained: string[] = []
  const code = serve([...needed(), ...more], { say: (line) => void said.push(line), complain: (line) => void complained.push(line) })
  return { code, said, complained }
}

/** What `farthing serve` refuses, and what it says to that. */
async function refused(...more: string[]): Promise<readonly [number, string]> {
  const { code, complained } = started(...more)
  return [await code, complained.join('\n')]
}

describe('farthing serve', { timeout: patience + 20_000 }, () => {
  it('takes tips, tells of refunds and opens the desk where it is asked to, and signs with the key in the file', async () => {
    const { code, said, complained } = started('--name', 'Ada', '--tips', '0.50, 1,3', '--refunds', 'P2W', '--contact', 'ada@ada.example', '--desk', '--key-file', join(folder, 'key'))
    await vi.waitFor(() => expect([...said, ...complained].join('\n')).toContain('Your desk'), patience)
    const origin = /at (http:\S+)/.exec(said[0] ?? '')?.[1] ?? ''
    const tip = await fetch(`${origin}/farthing/tip`)
    expect(requiredBy(tip)).toMatchObject({ resource: { description: 'Tip Ada' }, extensions: { 'offer-receipt': {}, refund: { info: { windowSeconds: 14 * 86_400 } } } })
    expect(requiredBy(tip).accepts.map(({ amount }) => amount)).toEqual(['500000', '1000000', '3000000'])
    expect(await (await fetch(`${origin}/.well-known/x402-dispute.json`)).text()).toContain('mailto:ada@ada.example')
    const link = /(http:\S+\/farthing\/desk\/in\/\S+)/.exec(said.join('\n'))?.[1] ?? ''
    expect(await (await fetch(link)).text()).toContain('Open the desk')
    expect(said.join('\n')).not.toContain(sellerKey())
    process.listeners('SIGTERM').at(-1)?.('SIGTERM')
    expect(await code).toBe(0)
  })

  it('tells nobody of a desk, of tips or of refunds by itself', async () => {
    const { code, said, complained } = started()
    await vi.waitFor(() => expect([...said, ...complained].join('\n')).toContain('Your desk is closed. --desk'), patience)
    const origin = /at (http:\S+)/.exec(said[0] ?? '')?.[1] ?? ''
    for (const path of ['/farthing/tip', '/farthing/refunds', '/.well-known/x402-dispute.json']) expect((await fetch(origin + path)).status).toBe(404)
    expect((await fetch(`${origin}/farthing/desk`)).status).toBe(401)
    expect(said.join('\n')).not.toContain('/farthing/desk')
    process.listeners('SIGTERM').at(-1)?.('SIGTERM')
    expect(await code).toBe(0)
  })

  it.each([
    [['--tips', ''], 'is no tip'],
    [['--tips', '1,'], 'is no tip'],
    [['--tips', '0.005'], 'is no tip'],
    [['--tips', '1e1'], 'is no tip'],
    [['--tips', '101'], '$0.01 to $100.00'],
    [['--tips', '1,1.00'], 'the same sum twice'],
    [['--tips', '1,2,3,4,5,6,7,8,9'], 'more than 8'],
    [['--tips-title', 'Tip me'], '--tips 0.50,1,3'],
    [['--tips', '1', '--tips-title', ' '], 'is empty'],
    [['--refunds', '14'], 'P14D for fourteen days'],
    [['--refunds', 'P0D'], 'P14D for fourteen days'],
    [['--refunds', 'P1M'], 'P14D for fourteen days'],
    [['--refunds', 'P9999W'], 'three years at most'],
    [['--refunds', 'P14D', '--contact', 'javascript:alert(1)'], 'can write to'],
    [['--refunds', 'P14D', '--policy', 'ftp://ada.example'], 'no address of a page'],
    [['--contact', 'ada@ada.example'], '--refunds P14D'],
    [['--policy', 'https://ada.example/refunds'], '--refunds P14D'],
    [['--port', '65536'], 'is no port'],
    [['--key', '0x1'], '--key'],
  ])('refuses %j, and says what to mend', async (more, sentence) => {
    expect(await refused(...more)).toEqual([2, expect.stringContaining(sentence)])
  })

  it('names all of it in its help', async () => {
    const said: string[] = []
    expect(await serve(['--help'], { say: (line) => void said.push(line), complain: () => undefined })).toBe(0)
    for (const option of ['tips', 'tips-title', 'refunds', 'contact', 'policy', 'desk', 'key-file']) expect(said.join('\n')).toContain(`--${option} `)
    expect(said.join('\n')).toContain('FARTHING_KEY')
  })
})

describe('the key of the account', () => {
  it('comes from a file that nobody else can read, or from the environment, and from one of them', async () => {
    const file = join(folder, 'key')
    expect(await accountKey(file, undefined)).toBe(sellerKey())
    expect(await accountKey(undefined, sellerKey().toUpperCase().replace('0X', '0x'))).toBe(sellerKey())
    expect(await accountKey(undefined, '')).toBeNull()
    await expect(accountKey(file, sellerKey())).rejects.toThrow('named twice')
    await expect(accountKey(join(folder, 'nothing'), undefined)).rejects.toThrow('cannot be read')
    await chmod(file, 0o644)
    await expect(accountKey(file, undefined)).rejects.toThrow('chmod 600')
    await chmod(file, 0o600)
  })

  it('is in no sentence about a file that holds something else', async () => {
    const file = join(folder, 'odd')
    for (const text of [`${sellerKey()}0`, sellerKey().slice(2), `key=${sellerKey()}`, `${sellerKey()}\n`.repeat(9), '']) {
      await writeFile(file, text, { mode: 0o600 })
      const error = await accountKey(file, undefined).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(Misuse)
      expect(String(error)).not.toContain(sellerKey().slice(2))
    }
  })

  it('may not lie among the pages', async () => {
    await writeFile(join(pages, '.key'), sellerKey(), { mode: 0o600 })
    expect(await refused('--key-file', join(pages, '.key'))).toEqual([2, expect.stringContaining('may not lie in the folder')])
    await rm(join(pages, '.key'))
  })
})

describe('what is offered', () => {
  it('is read to the cent and to the second', () => {
    expect(readTips('0.01,100,1.5', 'Tip')).toEqual({ title: 'Tip', prices: [10_000n, 100_000_000n, 1_500_000n] })
    for (const [text, seconds] of [['PT1H', 3_600], ['P1D', 86_400], ['P14D', 1_209_600], ['P2W', 1_209_600]] as const) expect(readRefunds(text)).toEqual({ windowSeconds: seconds, partialRefunds: true })
  })
})
