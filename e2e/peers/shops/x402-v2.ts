import { HTTPFacilitatorClient, x402ResourceServer, type RouteConfig } from '@x402/core/server'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import type { World } from '../../../demo/world/index'
import { tokenAddress, tokenDomain } from '../../../demo/world/token'
import { goods, payee, price } from './shop'

const network = 'eip155:31337'

/** The server of x402 version 2 that both middlewares below are built on, as their manuals set it up. */
export const resourceServer = ({ facilitator }: World): x402ResourceServer =>
  new x402ResourceServer(new HTTPFacilitatorClient({ url: facilitator })).register(network, new ExactEvmScheme())

/** What is sold where, and for how much. */
export const routes: Record<string, RouteConfig> = Object.fromEntries(
  goods.map(({ path, title }): [string, RouteConfig] => [
    `GET ${path}`,
    {
      accepts: {
        scheme: 'exact',
        network,
        payTo: payee,
        price: { amount: price.toString(), asset: tokenAddress, extra: { name: tokenDomain.name, version: tokenDomain.version } },
      },
      description: title,
      mimeType: 'text/html',
    },
  ]),
)
