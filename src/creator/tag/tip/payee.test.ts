import fc from 'fast-check'
import { getAddress, type Address } from 'viem'
import { describe, expect, it } from 'vitest'
import { networks } from '../../../core/networks/networks'
import { readAccountLink } from '../../../core/tips/account'
import { readPayee as readSpelt } from '../../../core/tips/payee'
import { local } from '../tag.fixtures'
import { readAmounts } from './amounts'
import { checksumSpelling } from './checksum'

const readPayee = (href: string | null) => readSpelt(href, checksumSpelling)

const poet = '0x14dc79964da2c08b23698b3d3cc7ca32193d9955'
const usdc = local.token.address
const to = (account: string, token: string = usdc) => `ethereum:${token}@31337/transfer?address=${account}`

describe('whom a link gives to', () => {
  it.each([to(poet), to(getAddress(poet)), to(`0x${poet.slice(2).toUpperCase()}`), to(poet, getAddress(usdc)), `ethereum:${poet}@31337`, ` ${to(poet)}&uint256=1e9 `])('%s: the poet', (href) => {
    expect(readPayee(href)).toEqual({ network: local, to: poet, spelling: getAddress(poet) })
  })

  it.each([
    ['missing', null],
    ['unreadable', ''],
    ['unreadable', `ethereum:${poet}`],
    ['unreadable', 'ethereum:poet.eth@8453'],
    ['unreadable', to('poet.eth')],
    ['unreadable', to(poet.slice(0, -1))],
    ['unreadable', to(`${poet}0`)],
    ['unreadable', `ethereum:${usdc}@31337/transfer`],
    ['unreadable', `javascript:alert(1)//${to(poet)}`],
    ['other-network', `ethereum:${poet}@1`],
    ['other-money', to(poet, poet)],
    ['other-money', `ethereum:${usdc}@31337/approve?address=${poet}`],
    ['other-money', `ethereum:${usdc}@31337/transferFrom?address=${poet}`],
    ['nobody', to(`0x${'0'.repeat(40)}`)],
    ['nobody', to(usdc)],
    ['nobody', `ethereum:${usdc}@31337`],
  ])('%s: %s', (fault, href) => {
    expect(readPayee(href)).toBe(fault)
  })

  it('is refused where one letter of its checksum is wrong, in the account or in the token', () => {
    const address = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes): Address => `0x${Buffer.from(bytes).toString('hex')}`)
    fc.assert(
      fc.property(address, fc.nat(39), (lower, place) => {
        const right = getAddress(lower)
        const letter = right.charAt(place + 2)
        const turned = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
        const wrong = right.slice(0, place + 2) + turned + right.slice(place + 3)
        // What has no capitals left, or nothing but them, carries no checksum any more.
        fc.pre(turned !== letter && /[a-f]/.test(wrong) && /[A-F]/.test(wrong))
        expect(readPayee(to(wrong))).toBe('misspelt')
      }),
    )
    expect(readPayee(to(poet, usdc.replace('a6e0', 'A6e0')))).toBe('misspelt')
  })

  it('is whom Farthing reads in it, or nobody', () => {
    const part = fc.constantFrom('ethereum:', 'pay-', poet, getAddress(poet), usdc, '@31337', '@8453', '@1', '/transfer', '/approve', '?address=', '&uint256=5', ' ')
    fc.assert(
      fc.property(fc.oneof(fc.array(part, { maxLength: 7 }).map((parts) => parts.join('')), fc.string()), (href) => {
        const payee = readPayee(href)
        const known = readAccountLink(href)
        if (typeof payee !== 'string') expect(known).toEqual({ network: payee.network, to: payee.to })
        else if (payee !== 'nobody') expect(known).toBeNull()
      }),
      { numRuns: 500 },
    )
    for (const network of networks) expect(readPayee(`ethereum:${network.token.address}@${network.chainId}/transfer?address=${poet}`)).toMatchObject({ network })
  })
})

it.each([
  ['0.50 2 5', [500_000n, 2_000_000n, 5_000_000n]],
  [' 10\n1 1.00 0.01 100 ', [10_000_000n, 1_000_000n, 10_000n, 100_000_000n]],
  ['1 two 0 -3 1e2 0x5 100.01 0.001 999 1,5 3', [1_000_000n, 3_000_000n]],
  ['1 2 3 4 5 6 7', [1n, 2n, 3n, 4n, 5n, 6n].map((dollars) => dollars * 1_000_000n)],
  ['free', [1_000_000n, 2_000_000n, 5_000_000n]],
  [null, [1_000_000n, 2_000_000n, 5_000_000n]],
])('an author who writes %j is understood', (text, amounts) => {
  expect(readAmounts(text)).toEqual(amounts)
})
