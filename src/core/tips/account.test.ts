import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNetwork, networks } from '../networks/networks'
import { dialects, readChallenge } from '../protocols/registry'
import { accountChallenge, accountLink, readAccountLink } from './account'

const base = findNetwork('eip155:8453')
if (base === undefined) throw new Error('Base is known')
const usdc = base.token.address
const ada = '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc'

describe('a link to an account', () => {
  it.each([
    `ethereum:${ada}@8453`,
    `ethereum:pay-${ada}@8453`,
    `ethereum:0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC@8453`,
    `ethereum:${usdc}@8453/transfer?address=${ada}`,
    `ethereum:${usdc}@8453/transfer?uint256=1e6&address=${ada}`,
    `ethereum:${ada}@8453?value=1e15`,
  ])('%s is Ada’s, on Base', (href) => {
    const account = readAccountLink(href)
    expect(account).toEqual({ network: base, to: ada })
    if (account !== null) expect(accountLink(account)).toBe(`ethereum:${usdc}@8453/transfer?address=${ada}`)
  })

  it.each([
    `ethereum:${ada}`,
    `ethereum:${ada}@1`,
    `ethereum:${ada}@08453`,
    `ethereum:ada.eth@8453`,
    `ethereum:${ada}@8453/approve?address=${ada}`,
    `ethereum:${ada}@8453/transfer?address=${ada}`,
    `ethereum:${usdc}@8453/transferFrom?address=${ada}`,
    `ethereum:${usdc}@8453/transfer`,
    `ethereum:${usdc}@8453/transfer?address=ada.eth`,
    'ethereum:0x3C44CdDdB6a900fa2b585dd299e03d12FA4293Bc@8453',
    `bitcoin:${ada}@8453`,
    `ethereum:${ada}@8453${'?x='.repeat(300)}`,
  ])('%s is none', (href) => {
    expect(readAccountLink(href)).toBeNull()
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readAccountLink(`ethereum:${text}`)))
  })

  it('is read again as the same account from its own spelling', () => {
    for (const network of networks) expect(readAccountLink(accountLink({ network, to: ada }))).toEqual({ network, to: ada })
  })
})

describe('what would be asked for it', () => {
  const ask = (amount: bigint | null, active = base.id) => {
    const challenge = accountChallenge({ network: base, to: ada }, 'https://ada.example/', 'Tip Ada', amount)
    const answer = { url: 'https://ada.example/', status: 402, headers: new Map([['payment-required', challenge]]) }
    return readChallenge(answer, dialects({ networks, active, testNetworks: true }))
  }

  it('are three suggestions, or the reader’s amount, to that account and in that token', () => {
    const suggestions = ask(null)
    expect(suggestions?.ok === true && suggestions.value.offers.map(({ amount, payTo, token }) => [amount, payTo, token.address])).toEqual([100_000n, 500_000n, 1_000_000n].map((amount) => [amount, ada, usdc]))
    const own = ask(1_230_000n)
    expect(own?.ok === true && own.value.offers.map(({ amount }) => amount)).toEqual([1_230_000n])
  })

  it('is nothing payable on another network than the reader’s', () => {
    const other = ask(null, 'eip155:84532')
    expect(other?.ok === true && other.value.offers).toEqual([])
  })
})
