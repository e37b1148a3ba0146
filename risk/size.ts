/** How large the simulated worlds are, as a part of the full size: 1 for numbers to publish, less for a quick look. */
export interface Size {
  readonly isFull: boolean
  readonly of: (wallets: number) => number
}

export function sizeFrom({ RISK_SIZE: text }: NodeJS.ProcessEnv): Size {
  const part = Math.min(1, Math.max(0.01, Number(text ?? '1') || 1))
  return { isFull: part === 1, of: (wallets) => Math.max(10, Math.round(wallets * part)) }
}
