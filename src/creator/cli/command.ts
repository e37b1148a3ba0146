import { parseAddress } from '../../core/authorization/address'
import type { Address } from '../../core/hex'
import { networks, type NetworkId } from '../../core/networks/networks'

/** Where a command tells what it does, and what is wrong. */
export interface Output {
  readonly say: (text: string) => void
  readonly complain: (text: string) => void
}

/** @returns the exit code: 0 done · 1 refused, with the reason said · 2 asked for in a way that cannot be meant */
export type Command = (args: readonly string[], output: Output) => Promise<number>

/** What was asked for cannot be meant; the sentence says why. */
export class Misuse extends Error {}

/** A network by its id or its name ("base", "base-sepolia"). @throws Misuse */
export function readNetwork(text: string): NetworkId {
  const wanted = text.trim().toLowerCase()
  const found = networks.find(({ id, label }) => id === wanted || label.toLowerCase().replaceAll(' ', '-') === wanted)
  if (found === undefined) throw new Misuse(`There is no network ${text} here. Known are ${networks.map(({ label }) => label.toLowerCase().replaceAll(' ', '-')).join(', ')}.`)
  return found.id
}

/** @throws Misuse */
export function readAccount(text: string): Address {
  const address = parseAddress(text)
  if (address === null) throw new Misuse(`${text} is no account. It has the form 0x and 40 digits; if it has capitals, they have to be the right ones.`)
  return address
}

/** An address of a site, without anything behind it. @throws Misuse */
export function readSite(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '') throw new Misuse(`${text} is not the address of a site. It has the form https://ada.example`)
  return url
}

/** The value of an option that has to be there. @throws Misuse */
export function needed<T>(value: T | undefined, option: string, what: string): T {
  if (value === undefined) throw new Misuse(`--${option} is missing: ${what}`)
  return value
}

/** Until somebody ends the program. */
export const untilEnded = (): Promise<unknown> => new Promise((ended) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, ended)))

/** @throws Misuse */
export function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Misuse(`${text} is no port.`)
  return port
}

/** Runs a command; what cannot be meant is said, with how it is meant. */
export async function runWith(usage: string, args: readonly string[], output: Output, run: () => Promise<number>): Promise<number> {
  if (args.includes('--help')) {
    output.say(usage)
    return 0
  }
  try {
    return await run()
  } catch (error) {
    const isMisuse = error instanceof Misuse || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    output.complain(error instanceof Error ? error.message : String(error))
    if (isMisuse) output.complain(`\n${usage}`)
    return isMisuse ? 2 : 1
  }
}
