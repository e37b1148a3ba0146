import { describe, expect, it } from 'vitest'
import type { Finding } from '../../core/selling-check/finding'
import { readPage } from '../../core/selling-check/page'
import { pageFacts } from './page-facts'

const account = '0x14dC79964da2C08b23698B3D3cc7Ca32193d9955'
const link = (to: string, chain = 8453) => `<a href="ethereum:0x833589fcd6edb6e08f4c7c32d4f71b54bda02913@${chain}/transfer?address=${to}">Leave a tip</a>`
const script = '<script type="module" src="/assets/pay-tip.js?v=2"></script>'
const look = (body: string) => {
  const { findings, forSale } = readPage({ url: 'https://poems.example/', status: 200, headers: { 'content-type': 'text/html' }, body: `<html lang="en"><title>Poems</title>${body}</html>`, isWhole: true }, pageFacts)
  expect(forSale).toEqual([])
  const told = (outcome: Finding['outcome']) => findings.filter((one) => one.outcome === outcome).map(({ check }) => check)
  return { wrong: told('wrong'), advice: told('advice') }
}

describe('a page that names an account for tips', () => {
  it('is good with a checksum, and with buttons for other wallets', () => {
    expect(look(`${script}<pay-tip>${link(account)}</pay-tip>`)).toEqual({ wrong: [], advice: [] })
  })

  it.each([
    ['without the tag', `${script}${link(account)}`],
    ['without the script', `<pay-tip>${link(account)}</pay-tip>`],
    ['with the link beside the tag', `${script}<pay-tip></pay-tip>${link(account)}`],
  ])('%s could serve more readers', (_, body) => {
    expect(look(body)).toEqual({ wrong: [], advice: ['account-buttons'] })
  })

  it('could be mistyped unnoticed where it has no checksum', () => {
    expect(look(`${script}<pay-tip>${link(account.toLowerCase())}</pay-tip>`)).toEqual({ wrong: [], advice: ['account-checksum'] })
  })

  it.each([account.replace('dC', 'dc'), 'poet.eth', `0x${'0'.repeat(40)}`])('%s cannot be tipped', (to) => {
    expect(look(link(to))).toEqual({ wrong: ['tag', 'account'], advice: [] })
  })

  it('may name others, on networks that are not looked at', () => {
    expect(look(`${script}<pay-tip>${link(account)}</pay-tip>${link(account.toLowerCase(), 10)}`)).toEqual({ wrong: [], advice: [] })
    expect(look(link(account, 10))).toEqual({ wrong: ['tag'], advice: [] })
  })
})
