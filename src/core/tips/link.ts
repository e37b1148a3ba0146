/** What a link of EIP-681 says, as it is spelt. No part of it has been looked at. */
export interface LinkParts {
  /** 0x and 40 digits: who is paid, or the contract that is called. */
  readonly target: string
  /** Digits. */
  readonly chain: string
  /** Null where the chain's own coin is meant. */
  readonly call: string | null
  /** Whom the call is for; empty where it does not say. */
  readonly address: string
}

/** `ethereum:<account>@<chain>`, or a transfer of the token there: `ethereum:<token>@<chain>/transfer?address=<account>&uint256=<amount>`. */
const shape = /^ethereum:(?:pay-)?(0x[0-9a-fA-F]{40})@([1-9][0-9]{0,9})(?:\/([a-zA-Z]+))?(?:\?(.*))?$/

/** The longest link that is read, in characters. */
export const longestLink = 512

/** Takes a link apart. Null for what is none, or names no chain. */
export function splitLink(href: string): LinkParts | null {
  const found = href.length > longestLink ? null : shape.exec(href.trim())
  if (found === null) return null
  const [, target = '', chain = '', call = null, query = ''] = found
  return { target, chain, call, address: new URLSearchParams(query).get('address') ?? '' }
}
