import { HTTPFacilitatorClient } from '@x402/core/server'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import { paymentMiddlewareFromHTTPServer, x402HTTPResourceServer, x402ResourceServer } from '@x402/express'
import { Router } from 'express'
import { splitShares, splitterAddress } from '../world/splitter'
import { declaresFees, feesExtension } from './fees'
import { declaresNotes, noteOf } from './notes'
import { tipPaths } from './tip-paths'
import { facilitatorPatience, maxTimeoutSeconds, type TillOptions } from './till'

/** What the jars suggest, in atomic units: 10 cents, 50 cents, a dollar. */
const suggested = [100_000n, 500_000n, 1_000_000n] as const
/** The most that is taken at once: a hundred dollars. */
const most = 100_000_000n

/**
 * The jars of a paper: a list of prices, and any amount by `?amount=`, in dollars (docs/PROTOCOLS.md, "Tips").
 * @param notes where what readers write with their tips is kept
 */
export function tipJars({ facilitatorUrl, token, network, seller }: Pick<TillOptions, 'facilitatorUrl' | 'token' | 'network' | 'seller'>, notes: string[]): Router {
  const facilitator = new HTTPFacilitatorClient({ url: facilitatorUrl, timeoutMs: facilitatorPatience })
  const resources = new x402ResourceServer(facilitator).register(network, new ExactEvmScheme()).registerExtension(feesExtension(() => splitShares, null))
  const jar = (payTo: string, description: string) => ({
    accepts: suggested.map((amount) => ({
      scheme: 'exact',
      network,
      payTo,
      maxTimeoutSeconds,
      price: ({ adapter }: { readonly adapter: { getUrl(): string } }) => {
        const own = new URL(adapter.getUrl(), 'http://paper.invalid').searchParams.get('amount')
        return { amount: (own === null ? amount : atomic(own)).toString(), asset: token.address, extra: { name: token.name, version: token.version } }
      },
    })),
    description,
    mimeType: 'text/html',
  })
  const server = new x402HTTPResourceServer(resources, {
    [tipPaths.writer]: { ...jar(seller, 'A tip for the writer'), extensions: declaresNotes },
    [tipPaths.shared]: { ...jar(splitterAddress, 'A tip for the writer and the paper'), extensions: declaresFees },
  })
  const router = Router()
  const charge = paymentMiddlewareFromHTTPServer(server, undefined, { generateHtml: () => page('Leave a tip', 'Open your wallet: any that pays web pages (x402) will do.') })
  for (const path of Object.values(tipPaths)) {
    router.get(path, charge, (req, res) => {
      const note = noteOf(req.get('payment-signature'))
      if (note !== null) notes.push(note)
      res.send(page('Thank you', 'It has arrived, and will be spent on lamp oil.'))
    })
  }
  return router
}

/** Dollars with at most two decimals; anything else is the smallest suggestion. */
function atomic(own: string): bigint {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(own)
  const amount = match === null ? suggested[0] : BigInt((match[1] ?? '0') + (match[2] ?? '').padEnd(2, '0')) * 10_000n
  return amount === 0n || amount > most ? suggested[0] : amount
}

const page = (title: string, text: string): string => `<!doctype html><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/style.css"><main class="piece"><h1>${title}</h1><p>${text}</p></main>`
