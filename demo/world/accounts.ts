import { mnemonicToAccount, nonceManager } from 'viem/accounts'
import { toHex, type Address, type Hex } from 'viem'

/** The public development mnemonic that local chains prefund. Known to everyone: it must never hold real money. */
export const devMnemonic = 'test test test test test test test test test test test junk'

/** Which development account (BIP-44 address index) plays which part. */
const parts = { issuer: 0, proxyAdmin: 1, seller: 2, facilitator: 3, partner: 4, guestBook: 5, platform: 6, refunds: 7 } as const

const addressOf = (addressIndex: number): Address => mnemonicToAccount(devMnemonic, { addressIndex }).address

/** The people of the world: who issues the money, who sells, who pays for gas. */
export const accounts = {
  /** Deploys the token, owns it and mints it. */
  issuer: addressOf(parts.issuer),
  /** May upgrade the token's proxy, and for that reason may call nothing else on it. */
  proxyAdmin: addressOf(parts.proxyAdmin),
  /** The Lantern's takings. */
  seller: addressOf(parts.seller),
  /** Pays the network fee of every settlement. */
  facilitator: addressOf(parts.facilitator),
  /** What The Lantern pays readers back from, beside its takings. */
  refunds: addressOf(parts.refunds),
  /** The Harbour Review's takings. */
  partner: addressOf(parts.partner),
  /** The Guest Book's takings. */
  guestBook: addressOf(parts.guestBook),
  /** Whoever runs the press that The Lantern is set on: it gets its share of some pieces. */
  platform: addressOf(parts.platform),
} as const

/** The facilitator's key. Its nonces are counted here, or settlements at the same moment would collide. */
export const facilitatorAccount = () => mnemonicToAccount(devMnemonic, { addressIndex: parts.facilitator, nonceManager })

/** The keys of those who sell: they sign refunds, and The Guest Book also what it says of prices and sales. */
export const sellerKey = (): Hex => keyOf('seller')
export const partnerKey = (): Hex => keyOf('partner')
export const refundsKey = (): Hex => keyOf('refunds')
export const guestBookKey = (): Hex => keyOf('guestBook')

function keyOf(part: keyof typeof parts): Hex {
  const { privateKey } = mnemonicToAccount(devMnemonic, { addressIndex: parts[part] }).getHdKey()
  if (privateKey === null) throw new Error('an account without a key')
  return toHex(privateKey)
}
