import { readChallenge, type Challenge } from './challenge'

/** What was sold. */
export interface Goods {
  /** 'key' opens a sealed text; 'other' is nothing that can be put into a page. */
  readonly kind: 'html' | 'key' | 'other'
  readonly text: string
}

/** What an address said. */
export type Answer =
  | { readonly type: 'goods'; readonly goods: Goods }
  | { readonly type: 'price'; readonly challenge: Challenge }
  /** It refuses, and in no words that are known here. */
  | { readonly type: 'refused'; readonly status: number }
  /** Nothing came that tells what happened: no network, a fault, or it leads elsewhere. */
  | { readonly type: 'unclear' }

export const keyType = 'application/vnd.farthing.key+json'
const longestText = 4 * 1024 * 1024
/** Milliseconds. With a payment, the seller waits for the chain. */
const patience = { asking: 20_000, paying: 120_000 }

/**
 * Asks the address of what is sold.
 * @param payment value of PAYMENT-SIGNATURE; null asks for the price. It is never taken elsewhere by a redirect
 */
export async function askSeller(src: string, payment: string | null): Promise<Answer> {
  try {
    const response = await fetch(src, {
      headers: { Accept: `text/html, ${keyType}`, ...(payment !== null && { 'PAYMENT-SIGNATURE': payment }) },
      credentials: 'same-origin',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'same-origin',
      signal: AbortSignal.timeout(payment === null ? patience.asking : patience.paying),
    })
    return await read(response)
  } catch {
    return { type: 'unclear' }
  }
}

async function read(response: Response): Promise<Answer> {
  const { status, headers } = response
  if (status === 200) return { type: 'goods', goods: await readGoods(response) }
  const header = headers.get('PAYMENT-REQUIRED')
  void response.body?.cancel()
  const challenge = status === 402 && header !== null ? readChallenge(header) : null
  if (challenge !== null) return { type: 'price', challenge }
  const isUnclear = status < 400 || status >= 500 || [408, 409, 425, 429].includes(status)
  return isUnclear ? { type: 'unclear' } : { type: 'refused', status }
}

async function readGoods(response: Response): Promise<Goods> {
  const type = (response.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase()
  const kind = type === 'text/html' ? 'html' : type === keyType ? 'key' : 'other'
  return { kind, text: kind === 'other' ? '' : await readText(response) }
}

/** @throws for more than is taken */
async function readText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  const reader = body?.getReader()
  for (;;) {
    const part = await reader?.read()
    if (part === undefined || part.done) return text + decoder.decode()
    text += decoder.decode(part.value, { stream: true })
    if (text.length > longestText) throw new Error('too long')
  }
}
