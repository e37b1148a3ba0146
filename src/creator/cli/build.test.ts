import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { base64urlnopad } from '@scure/base'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { generateServiceKey, readServiceKey } from '../sealed/service-key'
import { Memory } from '../sealed/service/memory'
import { serve } from '../sealed/service/serve'
import { openKeyService } from '../sealed/service/service'
import { build } from './build'

const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const text = 'Nobody tells you that the second gear of a hub is never to be oiled from outside, whatever they say.'

describe('farthing build', () => {
  let folder = ''
  let pinned = ''
  beforeAll(async () => {
    const { publicKey } = await readServiceKey(await generateServiceKey())
    pinned = `https://keys.example#${base64urlnopad.encode(publicKey)}`
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'farthing-cli-'))
    await mkdir(join(folder, 'site'))
    await writeFile(join(folder, 'site/index.html'), `<title>Hub gears</title><pay-wall><p>Teaser</p><p data-paid>${text}</p></pay-wall>`)
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const run = async (...more: string[]) => {
    const said: string[] = []
    const complained: string[] = []
    const output = { say: (line: string) => void said.push(line), complain: (line: string) => void complained.push(line) }
    const code = await build([join(folder, 'site'), '--out', join(folder, 'dist'), '--site', 'https://ada.example', ...more], output)
    return { code, said: said.join('\n'), complained: complained.join('\n') }
  }

  it('says what it has sealed, at which price, and that the secret is new', async () => {
    const { code, said } = await run('--to', account, '--price', '0.10', '--keys', pinned)
    expect(code).toBe(0)
    expect(said).toMatch(/index\.html {2}Hub gears {2}\$0\.10 {2}new address\n\n1 part sealed, 0 files copied\./)
    expect(said).toContain('The secret of this site is new')
    expect((await run('--to', account, '--price', '0.10', '--keys', pinned)).said).not.toContain('new')
  })

  it('asks a service for its public key where none is named, and says how to fix it', async () => {
    const key = await readServiceKey(await generateServiceKey())
    const served = await serve(openKeyService({ key, network: 'eip155:31337', facilitator: 'http://127.0.0.1:9', memory: await Memory.open() }), { host: '127.0.0.1', port: 0, behindProxy: false })
    const address = `http://127.0.0.1:${served.port}`
    try {
      const { code, said } = await run('--to', account, '--price', '0.10', '--network', 'local', '--keys', address)
      expect([code, said.includes(`--keys ${address}#${base64urlnopad.encode(key.publicKey)}`)]).toEqual([0, true])
    } finally {
      await served.close()
    }
    const gone = await run('--to', account, '--price', '0.10', '--keys', address)
    expect([gone.code, gone.complained.includes('does not say its public key')]).toEqual([1, true])
  })

  it('names the file that gives away what is sold, and publishes nothing', async () => {
    await writeFile(join(folder, 'site/feed.xml'), `<summary>${text}</summary>`)
    const { code, complained } = await run('--to', account, '--price', '0.10', '--keys', pinned)
    expect([code, complained.includes('feed.xml: Text of “Hub gears” that is for sale stands in this file')]).toEqual([1, true])
    expect(await readdir(folder)).not.toContain('dist')
  })

  it('warns where git would take the secret', async () => {
    await mkdir(join(folder, '.git'))
    const ask = () => run('--to', account, '--price', '0.10', '--keys', pinned)
    expect((await ask()).complained).toContain('.gitignore')
    await writeFile(join(folder, '.gitignore'), '.farthing-secret\n')
    expect((await ask()).complained).toBe('')
  })

  it.each([
    ['no account', ['--keys', 'x'], '--to is missing'],
    ['an account with a slip', ['--to', account.replace('C51', 'c51'), '--keys', 'https://keys.example'], 'is no account'],
    ['no service', ['--to', account], '--keys is missing'],
    ['a service with another key', ['--to', account, '--keys', 'https://keys.example#AAAA'], 'no public key'],
    ['a price of nothing', ['--to', account, '--keys', 'https://keys.example', '--price', '0'], 'is no price'],
    ['a day that is none', ['--to', account, '--keys', 'https://keys.example', '--until', 'soon'], 'is no day'],
    ['an unknown network', ['--to', account, '--keys', 'https://keys.example', '--network', 'moon'], 'There is no network moon'],
    ['an unknown option', ['--colour'], '--colour'],
  ])('cannot be meant with %s', async (_, more, sentence) => {
    const { code, complained } = await run(...more)
    expect([code, complained.includes(sentence)]).toEqual([2, true])
  })
})
