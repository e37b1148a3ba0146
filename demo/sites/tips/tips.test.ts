import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { tipTarget } from '../../../src/core/tips/target'
import { fetchLocal } from '../../newspaper/fetch-local'
import { poet, startTipsSite, type TipsSite } from './start'

let site: TipsSite
beforeAll(async () => {
  site = await startTipsSite()
})
afterAll(() => site.stop())

const linksIn = (node: DefaultTreeAdapterTypes.Node): readonly Record<string, string>[] => {
  const own = 'attrs' in node && (node.tagName === 'a' || node.tagName === 'link') ? [Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))] : []
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(linksIn)] : own
}

describe('a site with nothing but an account', () => {
  it('is found by the wallet, by its name', async () => {
    const page = await (await fetchLocal(`${site.url}/`)).text()
    const marks = linksIn(parse(page)).flatMap(({ href = '', title = '' }) => (href.startsWith('ethereum:') ? [{ href, title }] : []))
    expect(tipTarget(marks, site.url)).toEqual({ url: expect.stringContaining(`address=${poet}`) as unknown, title: 'Tip Inès Lindqvist' })
  })

  it('runs no script, asks nobody, and keeps its poems for everybody', async () => {
    const page = await (await fetchLocal(`${site.url}/`)).text()
    expect(page).not.toMatch(/<script|<iframe|<form|https?:/)
    expect(page).toContain('the river, patient')
  })
})
