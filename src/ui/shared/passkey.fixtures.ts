import { vi } from 'vitest'

/** What a test wants an authenticator to do: give this, or throw that. */
export interface FakeCredentials {
  readonly create: ReturnType<typeof vi.fn<(options: CredentialCreationOptions) => Promise<unknown>>>
  readonly get: ReturnType<typeof vi.fn<(options: CredentialRequestOptions) => Promise<unknown>>>
}

/** Puts WebAuthn under the document of a test. Nothing answers until it is told to. */
export function fakeCredentials(): FakeCredentials {
  const fake: FakeCredentials = { create: vi.fn(), get: vi.fn() }
  vi.stubGlobal('PublicKeyCredential', vi.fn())
  Object.defineProperty(navigator, 'credentials', { value: fake, configurable: true })
  return fake
}

export const bytes = (length: number, value: number) => new Uint8Array(length).fill(value)
export const base64 = (data: Uint8Array) => Buffer.from(data).toString('base64')

/** A credential as the browser gives it. @param prf what the PRF extension says */
export const credential = (rawId: Uint8Array, prf: object | undefined) => ({
  type: 'public-key',
  rawId: rawId.slice().buffer,
  getClientExtensionResults: () => ({ prf }),
})

export const fault = (name: string) => Object.assign(new Error('said by the browser'), { name })
