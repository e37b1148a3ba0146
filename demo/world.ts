/**
 * `npm run world [-- --block-time 2] [--chain-port 8545] [--newspaper-port 0] [--stop-with-parent]`:
 * a chain, real USDC, a facilitator and a newspaper on this machine. Prints one JSON line when ready; Ctrl+C stops it.
 */
import { parseArgs } from 'node:util'
import { startWorld } from './world/index'

const { values } = parseArgs({
  options: {
    'block-time': { type: 'string' },
    'chain-port': { type: 'string' },
    'newspaper-port': { type: 'string' },
    'stop-with-parent': { type: 'boolean', default: false },
  },
})
const number = (text: string | undefined, name: string): number | undefined => {
  if (text === undefined) return undefined
  if (!/^\d{1,5}$/.test(text)) throw new Error(`--${name} takes a whole number, not ${text}`)
  return Number(text)
}
const blockTime = number(values['block-time'], 'block-time')
const chainPort = number(values['chain-port'], 'chain-port')
const newspaperPort = number(values['newspaper-port'], 'newspaper-port')

const world = await startWorld({
  ...(blockTime === undefined ? {} : { blockTime }),
  ...(chainPort === undefined ? {} : { chainPort }),
  ...(newspaperPort === undefined ? {} : { newspaperPort }),
})
const { chain, token, facilitator, newspaper, partner, guestBook, control, refundDesk, accounts, articles } = world
console.log(JSON.stringify({ chain, token, facilitator, newspaper, partner, guestBook, control, refundDesk, accounts, articles }))

let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  void world.stop().then(() => process.exit(0))
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
if (values['stop-with-parent']) process.stdin.on('end', stop).resume()
