import { Request as NodeRequest } from 'mppx-peer/server/core'
import { dollars } from '../../../demo/newspaper/dollars'
import type { World } from '../../../demo/world/index'
import { mppxTill, type Till } from '../mppx-till'
import { goods, openShop, payee, price, type OpenShop, type Shop } from './shop'

/** What the `Payment` scheme wants where two prices are named, in atomic units. */
const otherPrice = 80_000n

/** Answers a request for a piece: with the piece, or with what is asked for it. */
type Answer = (request: Request, piece: string) => Promise<Response>

const open = (name: string, answer: Answer): Promise<Shop> =>
  openShop(name, (site) => {
    for (const { path, piece } of goods) site.get(path, NodeRequest.toNodeListener((request) => answer(request, piece)))
  })

const openTill = ({ facilitator }: World): Till => mppxTill(facilitator, payee)

async function charge(till: Till, amount: bigint, request: Request, piece: string): Promise<Response> {
  const charged = await till(request, dollars(amount).slice(1))
  if (!charged.paid) return charged.refusal
  return charged.withReceipt(new Response(piece, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }))
}

/** mppx with both its wires on one route: the `Payment` scheme and x402 version 2, at one price. */
export const openMppx: OpenShop = (world) => {
  const till = openTill(world)
  return open('mppx', (request, piece) => charge(till, price, request, piece))
}

/** The same with the `Payment` scheme alone. */
export const openMpp: OpenShop = (world) => {
  const till = openTill(world)
  return open('mpp', async (request, piece) => replaceHeader(await charge(till, price, request, piece), 'PAYMENT-REQUIRED', null))
}

/** The same, on machines that do not know each other's challenges: whatever is paid is refused, with Problem Details. */
export const openForgetfulMpp: OpenShop = (world) =>
  open('forgetful', async (request, piece) => replaceHeader(await charge(openTill(world), price, request, piece), 'PAYMENT-REQUIRED', null))

/** Two tills at one door that want different prices: x402 version 2 `price`, the `Payment` scheme more. */
export const openTwoPrices: OpenShop = (world) => {
  const [x402, mpp] = [openTill(world), openTill(world)]
  return open('two-prices', async (request, piece) => {
    const answer = request.headers.has('authorization') ? charge(mpp, otherPrice, request, piece) : charge(x402, price, request, piece)
    const unpaid = await charge(mpp, otherPrice, new Request(request.url), piece)
    return (await answer).ok ? answer : replaceHeader(await answer, 'WWW-Authenticate', unpaid.headers.get('WWW-Authenticate'))
  })
}

/** @param value null takes the header away */
function replaceHeader({ body, headers, status }: Response, name: string, value: string | null): Response {
  const replaced = new Headers(headers)
  if (value === null) replaced.delete(name)
  else replaced.set(name, value)
  return new Response(body, { status, headers: replaced })
}
