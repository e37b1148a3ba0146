import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { toChecksumAddress } from '../../../src/core/authorization/address'
import { readPayee } from '../../../src/core/tips/payee'
import { tipTarget } from '../../../src/core/tips/target'
import { fetchLocal } from '../../newspaper/fetch-local'
import { poet, startTipsSite, type TipsSite } from './start'

let site: TipsSite
let page: string
beforeAll(async () => {
  site = await startTipsSite()
  page = await (await fetchLocal(`${site.url}/`)).text()
})
afterAll(() => site.stop())

interface Link {
  readonly href?: string
  readonly title?: string
}

const linksIn = (node: DefaultTreeAdapterTypes.Node): readonly Link[] => {
  const own = 'attrs' in node && (node.tagName === 'a' || node.tagName === 'link') ? [Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))] : []
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(linksIn)] : own
}

describe('a site with nothing but an account', () => {
  const tips = () => linksIn(parse(page)).flatMap(({ href = '', title = '' }) => (href.startsWith('ethereum:') ? [{ href, title }] : []))

  it('is found by the wallet, by its name', () => {
    expect(tipTarget(tips(), site.url)).toEqual({ url: expect.stringContaining(`address=${poet}`) as unknown, title: 'Tip Inès Lindqvist' })
  })

  it('names its account with a checksum, in the one link that there is without script', () => {
    expect(tips()).toHaveLength(1)
    expect(tips()[0]?.href).toMatch(/^ethereum:0x[0-9a-fA-F]{40}@31337\/transfer\?address=0x[0-9a-fA-F]{40}$/)
    expect(readPayee(tips()[0]?.href ?? null, toChecksumAddress)).toMatchObject({ to: poet, network: { chainId: 31_337 } })
    expect(page).toContain('address=0x14dC79964da2C08b23698B3D3cc7Ca32193d9955" title="Tip Inès Lindqvist">Leave a tip</a>')
    expect(/<noscript>(.*)<\/noscript>/.exec(page)?.[1]).toContain('The link opens a wallet that holds USDC')
  })

  it('runs one script of its own, asks nobody, and keeps its poems for everybody', () => {
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="pay-tip.js">'])
    expect(page).not.toMatch(/<iframe|<form|https?:|\son\w+=/)
    expect(page).toContain('the river, patient')
  })
})
