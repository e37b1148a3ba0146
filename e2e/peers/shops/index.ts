import { openExpress } from './express'
import { openHono } from './hono'
import { openForgetfulMpp, openMpp, openMppx, openTwoPrices } from './mppx'
import { openMuteStockV2, openStockV2 } from './stock-page'
import { openStockV1, openV1 } from './v1'
import type { OpenShop } from './shop'

/** Every shop that can be bought from, by what it takes and shows. */
export const shops = {
  '@x402/express': openExpress,
  '@x402/hono': openHono,
  'the stock page of version 2': openStockV2,
  'the stock page of version 2, without a challenge for browsers': openMuteStockV2,
  'x402-express, version 1': openV1,
  'the stock page of version 1': openStockV1,
  'mppx, with x402 and the Payment scheme': openMppx,
  'mppx, with the Payment scheme alone': openMpp,
  'mppx, with a price for each of them': openTwoPrices,
} as const satisfies Readonly<Record<string, OpenShop>>

export type ShopName = keyof typeof shops
export { enter } from './enter'
export { openForgetfulMpp }
export type { OpenShop, Shop } from './shop'
