import type { Address, Hex } from 'viem'
import type { Shares } from '../newspaper/article'
import { accounts } from './accounts'
import type { Chain } from './chain'
import { tokenAddress } from './token'

/** Where payments go that are divided as they arrive. */
export const splitterAddress: Address = '0x00000000000000000000000000000000fa270010'
/** What the facilitator sends such a payment through. */
export const routerAddress: Address = '0x00000000000000000000000000000000fa270011'

/** How the splitter divides a payment: the rest stays with it, for the writer to fetch. */
export const splitShares = { platformBps: 1_000n, facilitator: 1_000n, to: { platform: accounts.platform, facilitator: accounts.facilitator } } as const satisfies Shares

/** Puts both contracts on the chain. */
export async function placeSplitter(chain: Chain): Promise<void> {
  await chain.setCode(routerAddress, routerCode)
  await chain.setCode(splitterAddress, splitterCode)
}

/** Stands for the place behind the code that gives up. */
const giveUp = 'giveUp'
const size = (code: readonly string[]): number => code.reduce((sum, part) => sum + (part === giveUp ? 1 : part.length / 2), 0)

/** Code that ends well, and behind it the place that gives up: JUMPDEST, and REVERT with nothing. */
function assemble(code: readonly string[]): Hex {
  const place = size([...code, '00']).toString(16).padStart(2, '0')
  return `0x${[...code, '00'].map((part) => (part === giveUp ? place : part)).join('')}5b5f5ffd`
}

const push = (address: Address): string => `73${address.slice(2).toLowerCase()}`
const push2 = (value: bigint): string => `61${value.toString(16).padStart(4, '0')}`
/** ISZERO, PUSH1 place, JUMPI. */
const orGiveUp = ['1560', giveUp, '57']

/** Takes a call of the token's transferWithAuthorization(from, to, value, …), makes it, and tells the payee how much came. */
const routerCode = assemble([
  '365f5f37', // CALLDATACOPY(0, 0, CALLDATASIZE)
  '5f5f365f5f', push(tokenAddress), '5af1', // CALL(token, 0, all of it)
  ...orGiveUp,
  '6044355f52', // MSTORE(0, value)
  '5f5f60205f5f6024355af1', // CALL(to, 0, value)
  ...orGiveUp,
])

/** ERC-20 transfer(to, amount) of the token; `amount` leaves the number on the stack. */
const transfer = (to: Address, amount: string): readonly string[] => [
  '63a9059cbb60e01b5f52', // MSTORE(0, selector)
  push(to), '600452', // MSTORE(4, to)
  amount, '602452', // MSTORE(36, amount)
  '5f5f60445f5f', push(tokenAddress), '5af1', // CALL(token, 0, 68 bytes)
  ...orGiveUp,
]

/** Passes on the shares of an amount that the router says has come, and listens to nobody else. */
const splitterCode = assemble([
  '33', push(routerAddress), '14', ...orGiveUp, // CALLER is the router
  ...transfer(splitShares.to.platform, `${push2(10_000n)}${push2(splitShares.platformBps)}5f350204`), // amount * share / 10000
  ...transfer(splitShares.to.facilitator, push2(splitShares.facilitator)),
])
