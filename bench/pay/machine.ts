import { ExactEvmScheme } from '@x402/evm/exact/client'
import { wrapFetchWithPayment, x402Client } from '@x402/fetch'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import type { World } from '../../demo/world/index'
import type { Buy } from './run'

const network = 'eip155:31337'

/** A program that pays: `@x402/fetch` with viem, in Node, as their manuals set it up. */
export interface Machine {
  readonly buy: Buy
  /** The cookie by which the seller knows again who bought an issue last. */
  readonly cookie: () => string
  /** Asks without paying. Milliseconds to the end of the answer. */
  ask(issue: number, headers: Readonly<Record<string, string>>): Promise<number>
}

export async function openMachine(world: World): Promise<Machine> {
  const account = privateKeyToAccount(generatePrivateKey())
  await world.fund(account.address, '100')
  const client = x402Client.fromConfig({ schemes: [{ network, client: new ExactEvmScheme(account) }], spendControls: { allowedAssets: true } })
  const pay = wrapFetchWithPayment(fetch, client)
  let cookie = ''
  return {
    buy: async (issue) => {
      const began = performance.now()
      const answer = await pay(addressOf(world, issue))
      const text = await answer.text()
      const whole = performance.now() - began
      if (!answer.ok || !text.includes('class="end"')) throw new Error(`the machine was answered ${answer.status}`)
      cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
      return { whole, fromFirst: null, fromYes: null, presses: 0, meant: 0 }
    },
    cookie: () => cookie,
    ask: async (issue, headers) => {
      const began = performance.now()
      await (await fetch(addressOf(world, issue), { headers })).text()
      return performance.now() - began
    },
  }
}

/** Not every system's resolver knows names under localhost; the server is the same under this one. */
const addressOf = (world: World, issue: number): string => `${world.articles.paid.replace('news.localhost', '127.0.0.1')}?issue=${issue}`
