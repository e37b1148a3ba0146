import type { BrowserContext } from 'playwright'
import { createPublicClient, createTestClient, createWalletClient, http, numberToHex, parseEther, type Address, type Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount, type PrivateKeyAccount } from 'viem/accounts'
import type { World } from '../../demo/world/index'

/** A wallet of somebody else in a browser without Farthing: it shows itself to every page (EIP-1193, EIP-6963) and answers yes. */
export interface PageWallet {
  readonly account: PrivateKeyAccount
  /** What pages have asked it, in order. */
  readonly asked: string[]
  /** Methods that the person says no to. */
  readonly refuses: Set<string>
  /** The network it is on: that of the world, until a test says otherwise. */
  network: number
  /** What comes before its answer to a method: a window of its own, and whoever presses there. */
  before: ((method: string) => Promise<void>) | null
}

const name = 'Harbour Wallet'
const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9" fill="#2E6B3E"/></svg>')}`

/** Puts one into every page of a browser, with an account of its own, which can pay the chain's fee. @param usd what the account has: "5" */
export async function givePageWallet(context: BrowserContext, world: World, usd: string): Promise<PageWallet> {
  const account = privateKeyToAccount(generatePrivateKey())
  await world.fund(account.address, usd)
  const wallet: PageWallet = { account, asked: [], refuses: new Set(), network: world.chain.id, before: null }
  const chain = createPublicClient({ transport: http(world.chain.endpoint) })
  await createTestClient({ mode: 'anvil', transport: http(world.chain.direct) }).setBalance({ address: account.address, value: parseEther('1') })
  const answers: Readonly<Record<string, (params: readonly unknown[]) => unknown>> = {
    eth_requestAccounts: () => [account.address],
    // Whom nobody has said yes to is told of no account.
    eth_accounts: () => (wallet.asked.includes('eth_requestAccounts') ? [account.address] : []),
    eth_chainId: () => numberToHex(wallet.network),
    wallet_switchEthereumChain: ([wanted]) => {
      wallet.network = Number((wanted as { chainId: Hex }).chainId)
      return null
    },
    eth_sendTransaction: ([call]) => {
      const { to, data } = call as { to: Address; data: Hex }
      return createWalletClient({ account, transport: http(world.chain.direct) }).sendTransaction({ to, data, chain: null })
    },
    eth_signTypedData_v4: ([, typed]) => account.signTypedData(JSON.parse(typed as string) as Parameters<PrivateKeyAccount['signTypedData']>[0]),
  }
  await context.exposeFunction('askPageWallet', async (method: string, params: readonly unknown[]) => {
    wallet.asked.push(method)
    await wallet.before?.(method)
    if (wallet.refuses.has(method)) return { code: 4001 }
    const own = answers[method]
    return { result: own === undefined ? await chain.request({ method, params } as { method: 'eth_call'; params: [{ to: Hex }] }) : await own(params) }
  })
  await context.addInitScript(announce, { name, icon })
  return wallet
}

/** Runs in every page before its own scripts. */
function announce(info: { readonly name: string; readonly icon: string }): void {
  const { askPageWallet } = globalThis as unknown as { askPageWallet(method: string, params: readonly unknown[]): Promise<{ code: number } | { result: unknown }> }
  const provider = {
    request: async ({ method, params = [] }: { method: string; params?: readonly unknown[] }) => {
      const answer = await askPageWallet(method, params)
      if ('result' in answer) return answer.result
      throw Object.assign(new Error('User rejected the request.'), { code: answer.code })
    },
  }
  const say = (): boolean => dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: Object.freeze({ info: { uuid: '350670db-19fa-4704-a166-e52e178b59d2', rdns: 'example.harbour', ...info }, provider }) }))
  addEventListener('eip6963:requestProvider', say)
  say()
}
