import { encodeDeployData, encodeFunctionData, getContractAddress, type Address, type Hex } from 'viem'
import { accounts } from './accounts'
import { circleContract, link, multicall3InitCode } from './artifacts'
import { chainId } from './anvil'
import type { Chain } from './chain'

/** Where Multicall3 lives on every public chain. The facilitator's diagnosis of a refused payment calls it there. */
export const multicall3Address = '0xcA11bde05977b3631167028862bE2a173976CA11'

/** The issuer's transactions on a fresh chain, in this order, always: that is what fixes the addresses. */
const order = { library: 0, implementation: 1, proxy: 2 } as const
const deployedAt = (nonce: number): Address => getContractAddress({ from: accounts.issuer, nonce: BigInt(nonce) })

/** The token's address on every fresh local chain. src/core/networks/networks.ts pins it, in lower case. */
export const tokenAddress = deployedAt(order.proxy)

/** EIP-712 domain of the token (FiatTokenV2_2 is version "2"), as Circle's USDC has it on Base. */
export const tokenDomain = { name: 'USD Coin', version: '2', chainId, verifyingContract: tokenAddress } as const
export const tokenDecimals = 6

/** More than any test mints: about 10^24 dollars. */
const mintAllowance = 10n ** 30n

/**
 * Puts Circle's USDC (FiatTokenV2_2 behind FiatTokenProxy) and Multicall3 on a fresh chain.
 * @throws when a transaction is reverted, or when the chain is not fresh and the address would be another.
 */
export async function deployToken(chain: Chain): Promise<void> {
  const hashes: Hex[] = []
  for (const transaction of deployment()) hashes.push(await chain.sendAsIssuer(transaction))
  for (const hash of hashes) await chain.succeeded(hash)
  await chain.setCode(multicall3Address, await chain.runtimeCode(multicall3InitCode()))
  const code = await chain.client.getCode({ address: tokenAddress })
  if (code === undefined) throw new Error(`no token at ${tokenAddress}: the chain was not fresh`)
}

/** What the issuer sends, first to last. */
function deployment(): readonly { readonly to?: Address; readonly data: Hex }[] {
  const library = circleContract('util/SignatureChecker')
  const token = circleContract('v2/FiatTokenV2_2')
  const proxy = circleContract('v1/FiatTokenProxy')
  const implementation = deployedAt(order.implementation)
  const call = (functionName: string, args: readonly unknown[]) => ({
    to: tokenAddress,
    data: encodeFunctionData({ abi: token.abi, functionName, args }),
  })
  const { issuer, proxyAdmin } = accounts
  return [
    { data: library.bytecode },
    { data: link(token, 'SignatureChecker', deployedAt(order.library)) },
    { data: encodeDeployData({ abi: proxy.abi, bytecode: proxy.bytecode, args: [implementation] }) },
    // Whoever may upgrade a proxy cannot call the token through it, and the issuer must.
    { to: tokenAddress, data: encodeFunctionData({ abi: proxy.abi, functionName: 'changeAdmin', args: [proxyAdmin] }) },
    call('initialize', [tokenDomain.name, 'USDC', 'USD', tokenDecimals, issuer, issuer, issuer, issuer]),
    call('initializeV2', [tokenDomain.name]),
    // Names who gets money stranded in the contract; there is none yet.
    call('initializeV2_1', [issuer]),
    call('initializeV2_2', [[], 'USDC']),
    call('configureMinter', [issuer, mintAllowance]),
  ]
}

