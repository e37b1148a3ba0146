import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Eleventy from '@11ty/eleventy'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildSite } from '../../../src/creator/sealed/build/build'
import { generateServiceKey, readServiceKey } from '../../../src/creator/sealed/service-key'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'farthing-eleventy-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('a site made with Eleventy is sealed: the paid Markdown is in no file of it, and its price is', async () => {
  const site = new Eleventy(here('./pages'), join(folder, 'site'), { configPath: here('./eleventy.config.js'), quietMode: true, source: 'script' })
  await site.write()
  const written = await readFile(join(folder, 'site/wheel/index.html'), 'utf8')
  expect(written).toContain('<strong>once</strong>')

  const service = await readServiceKey(await generateServiceKey())
  const built = await buildSite({
    source: join(folder, 'site'),
    out: join(folder, 'out'),
    memory: folder,
    site: new URL('https://workshop.example/'),
    services: [{ address: 'https://keys.example', publicKey: service.publicKey }],
    payTo: '0x00000000000000000000000000000000000000aa',
    network: 'eip155:8453',
    price: null,
    until: null,
  })
  if (built.type !== 'built') throw new Error(built.faults.map(({ sentence }) => sentence).join(' '))
  expect(built.parts.map(({ page, title, price }) => ({ page, title, price }))).toEqual([{ page: 'wheel/index.html', title: 'A wheel that runs true', price: 100_000n }])
  for (const name of await readdir(join(folder, 'out'), { recursive: true })) {
    if (!/\.\w+$/.test(name)) continue
    const text = await readFile(join(folder, 'out', name), 'latin1')
    for (const piece of ['go round', 'Pluck the spokes', 'put your weight on the rim']) expect(text, name).not.toContain(piece)
  }
  expect(await readFile(join(folder, 'out/wheel/index.html'), 'utf8')).toContain('What to listen for')
})
