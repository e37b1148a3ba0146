import { fieldsOf, isText } from './border'

/** EIP-1193. */
export interface Provider {
  request(call: { readonly method: string; readonly params?: readonly unknown[] }): Promise<unknown>
}

/** A wallet in this browser that has announced itself (EIP-6963). */
export interface Wallet {
  readonly id: string
  /** One line of up to 40 characters. */
  readonly name: string
  /** A data: address of a picture; null where it has sent none that is small and inlined. */
  readonly icon: string | null
  readonly provider: Provider
}

const mostWallets = 12
const longestIcon = 128 * 1024
/**
 * Hears of the wallets in this browser, those that are there and those that come later.
 * @returns stops listening
 */
export function onWallet(heard: (wallets: readonly Wallet[]) => void): () => void {
  const wallets = new Map<string, Wallet>()
  const onAnnounced = (event: Event): void => {
    const wallet = event instanceof CustomEvent ? readWallet(event.detail) : null
    if (wallet === null || wallets.size >= mostWallets) return
    wallets.set(wallet.id, wallet)
    heard([...wallets.values()])
  }
  addEventListener('eip6963:announceProvider', onAnnounced)
  dispatchEvent(new Event('eip6963:requestProvider'))
  return () => removeEventListener('eip6963:announceProvider', onAnnounced)
}

function readWallet(detail: unknown): Wallet | null {
  const { info, provider } = fieldsOf(detail) ?? {}
  const { uuid, name, icon } = fieldsOf(info) ?? {}
  if (!isText(uuid, 64) || typeof name !== 'string' || !isProvider(provider)) return null
  return { id: uuid, name: oneLine(name), icon: pictureOf(icon), provider }
}

const isProvider = (value: unknown): value is Provider => typeof value === 'object' && value !== null && 'request' in value && typeof value.request === 'function'

/** Without what cannot be seen, or turns a line around. */
const oneLine = (name: string): string => name.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim().slice(0, 40) || 'Wallet'

const pictureOf = (icon: unknown): string | null => (isText(icon, longestIcon) && /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i.test(icon) ? icon : null)
