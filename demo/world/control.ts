import express, { type Express } from 'express'
import * as v from 'valibot'
import type { Address } from 'viem'
import { endpointChange, type EndpointChange } from './endpoint'
import { feedNames, type FeedChange, type FeedName } from './feeds'

interface Powers {
  fund(address: Address, usd: string): Promise<void>
  setFeed(name: FeedName, change: FeedChange): Promise<void>
  setEndpoint(change: EndpointChange): void
  mine(blocks: number): Promise<void>
}

const fund = v.strictObject({
  address: v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{40}$/), v.transform((text) => text as Address)),
  usd: v.pipe(v.string(), v.regex(/^\d{1,12}(\.\d{1,6})?$/)),
})
const feed = v.strictObject({
  name: v.picklist(feedNames),
  dollars: v.pipe(v.string(), v.regex(/^\d{1,12}(\.\d{1,8})?$/)),
  ageSeconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10 ** 9)),
})
const mine = v.strictObject({ blocks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)) })

/** The world's own controls, for hands and scripts: money from nothing, a chain that fails. */
export function createControl(powers: Powers): Express {
  const app = express()
  app.use(express.json())
  const on = <T>(path: string, schema: v.GenericSchema<unknown, T>, act: (asked: T) => Promise<void> | void): void => {
    app.post(path, async (request, response) => {
      const asked = v.safeParse(schema, request.body)
      if (!asked.success) {
        response.status(400).json({ error: asked.issues[0].message })
        return
      }
      await act(asked.output)
      response.json({ done: true })
    })
  }
  on('/fund', fund, ({ address, usd }) => powers.fund(address, usd))
  on('/mine', mine, ({ blocks }) => powers.mine(blocks))
  on('/feed', feed, ({ name, ...change }) => powers.setFeed(name, change))
  on('/chain', endpointChange, (change) => powers.setEndpoint(change))
  return app
}
