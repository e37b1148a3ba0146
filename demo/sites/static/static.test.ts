import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateServiceKey, readServiceKey } from '../../../src/creator/sealed/service-key'
import { pages, startStaticSite, type StaticSite } from './start'

describe('The Repair Stand, as it is published', () => {
  let site: StaticSite
  beforeAll(async () => {
    const { publicKey } = await readServiceKey(await generateServiceKey())
    site = await startStaticSite({ payTo: '0x00000000000000000000000000000000000000aa', price: 100_000n, services: [{ address: 'https://keys.example', publicKey }] })
  })
  afterAll(() => site.stop())

  it('holds no twenty characters in a row of what is sold, in any file', async () => {
    const sold = (await Promise.all((await readdir(pages)).filter((name) => name.endsWith('.html')).map((name) => readFile(join(pages, name), 'utf8'))))
      .flatMap((html) => [...html.matchAll(/<section data-paid>([^]*?)<\/section>/g)].map(([, part = '']) => part))
      .flatMap((part) => part.split(/<[^>]+>|\n/))
      .map((text) => text.trim())
      .filter((text) => text.length >= 20)
    expect(sold.length).toBeGreaterThan(20)
    const pieces = new Set(sold.flatMap((text) => Array.from({ length: text.length - 19 }, (_, at) => text.slice(at, at + 20))))
    const names = await readdir(site.folder, { recursive: true })
    expect(names.filter((name) => name.endsWith('.sealed'))).toEqual(['brakes.1.sealed', 'gears.1.sealed', 'truing.1.sealed'])
    for (const name of names) {
      const text = await readFile(join(site.folder, name), 'latin1')
      const found = Array.from({ length: Math.max(0, text.length - 19) }, (_, at) => text.slice(at, at + 20)).filter((piece) => pieces.has(piece))
      expect(found, name).toEqual([])
    }
  })

  it('is told nothing more of by its server: ranges, HEAD, wrong addresses, other methods', async () => {
    const port = new URL(site.url).port
    const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init)
    const answers = await Promise.all([ask('/truing', { headers: { range: 'bytes=0-99999' } }), ask('/truing', { method: 'HEAD' }), ask('/truing/', {}), ask('/../pages/truing.html'), ask('/.farthing-secret'), ask('/farthing.json'), ask('/truing', { method: 'POST', body: 'x' })])
    for (const answer of answers) expect(await answer.text()).not.toContain('bored harpist')
  })
})
