/** What a key slot asks for. */
export type SlotKind = 'password' | 'passkey' | 'password+passkey' | 'recovery'

/** Proof for one slot. `prf` is what the passkey gave (WebAuthn PRF extension): 32 bytes in base64. */
export type Factor =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'passkey'; readonly slot: string; readonly prf: string }
  | { readonly kind: 'password+passkey'; readonly slot: string; readonly password: string; readonly prf: string }
  | { readonly kind: 'recovery'; readonly code: string }

/** What WebAuthn needs to ask the same passkey for the same value again. */
export interface Passkey {
  /** Credential id, base64. */
  readonly credential: string
  /** The PRF input: 32 bytes, base64. */
  readonly salt: string
  /** Null: the extension's own. */
  readonly rpId: string | null
}

/** What the reader brings for a new slot. A recovery code is not brought: the vault draws it. */
export type NewSlot =
  | { readonly kind: 'password'; readonly password: string }
  | (Passkey & { readonly kind: 'passkey'; readonly prf: string })
  | (Passkey & { readonly kind: 'password+passkey'; readonly password: string; readonly prf: string })
