// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askPasskey, createPasskey, passkeysPossible } from './passkey'
import { base64, bytes, credential, fakeCredentials, fault, type FakeCredentials } from './passkey.fixtures'

let browser: FakeCredentials
beforeEach(() => {
  browser = fakeCredentials()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const id = bytes(20, 0xfb)
const other = bytes(16, 7)
const secret = bytes(32, 9)
const known = { credential: base64(id), salt: base64(bytes(32, 1)), rpId: null }
const results = { results: { first: secret.buffer } }
const published = (calls: readonly (readonly [{ readonly publicKey?: unknown }])[]) => calls[0]?.[0].publicKey as PublicKeyCredentialCreationOptions & PublicKeyCredentialRequestOptions

/** A request that ends only when it is taken away. */
const untilAborted = ({ signal }: { readonly signal?: AbortSignal }) =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(fault('AbortError'))))

describe('making a passkey', () => {
  it('gives what is needed to ask it again, and its key material', async () => {
    browser.create.mockResolvedValue(credential(id, { enabled: true, ...results }))
    const made = await createPasskey('Passkey')
    const asked = published(browser.create.mock.calls)
    const salt = asked.extensions?.prf?.eval?.first as Uint8Array
    expect(made).toEqual({ ok: true, value: { credential: base64(id), salt: base64(salt), rpId: null, prf: base64(secret) } })
    expect(browser.get).not.toHaveBeenCalled()
  })

  it('asks for a verified person, the usual algorithms, and no owner but the extension', async () => {
    browser.create.mockResolvedValue(credential(id, { enabled: true, ...results }))
    await createPasskey('On my phone')
    const asked = published(browser.create.mock.calls)
    expect(asked.rp).toEqual({ name: 'Farthing' })
    expect(asked.user).toMatchObject({ name: 'Farthing', displayName: 'On my phone' })
    expect(asked.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-7, -8, -257])
    expect(asked.authenticatorSelection).toEqual({ residentKey: 'preferred', userVerification: 'required' })
  })

  it('takes new random values each time', async () => {
    browser.create.mockResolvedValue(credential(id, { enabled: true, ...results }))
    await createPasskey('Passkey')
    await createPasskey('Passkey')
    const values = browser.create.mock.calls.flatMap(([{ publicKey }]) => [publicKey?.challenge, publicKey?.user.id, publicKey?.extensions?.prf?.eval?.first])
    expect(new Set(values.map((value) => base64(value as Uint8Array))).size).toBe(6)
  })

  it('asks once more where a browser makes no key material at first', async () => {
    browser.create.mockResolvedValue(credential(id, { enabled: true }))
    browser.get.mockResolvedValue(credential(id, results))
    const made = await createPasskey('Passkey')
    expect(made).toMatchObject({ ok: true, value: { prf: base64(secret) } })
    const salt = published(browser.create.mock.calls).extensions?.prf?.eval?.first
    expect(published(browser.get.mock.calls).extensions?.prf?.eval?.first).toEqual(salt)
  })

  it.each([[undefined], [{}], [{ enabled: false }]])('is unsupported with %j', async (prf) => {
    browser.create.mockResolvedValue(credential(id, prf))
    expect(await createPasskey('Passkey')).toEqual({ ok: false, error: 'unsupported' })
  })
})

describe('asking a passkey', () => {
  it('names one passkey and its salt', async () => {
    browser.get.mockResolvedValue(credential(id, results))
    expect(await askPasskey([known])).toEqual({ ok: true, value: { passkey: known, prf: base64(secret) } })
    const asked = published(browser.get.mock.calls)
    expect(asked).toMatchObject({ userVerification: 'required', allowCredentials: [{ type: 'public-key', id }] })
    expect(asked.extensions?.prf).toEqual({ eval: { first: bytes(32, 1) } })
    expect('rpId' in asked).toBe(false)
  })

  it('names the owner where the passkey has one', async () => {
    browser.get.mockResolvedValue(credential(id, results))
    await askPasskey([{ ...known, rpId: 'wallet.example' }])
    expect(published(browser.get.mock.calls).rpId).toBe('wallet.example')
  })

  it('lets the reader use any of several, each with its own salt, and says which it was', async () => {
    const second = { credential: base64(other), salt: base64(bytes(32, 2)), rpId: null }
    browser.get.mockResolvedValue(credential(other, results))
    const asked = await askPasskey([known, second])
    expect(asked).toMatchObject({ ok: true, value: { passkey: second } })
    // Keys are base64url (WebAuthn Level 3, PRF extension): "+" and "/" are refused with a SyntaxError.
    expect(published(browser.get.mock.calls).extensions?.prf).toEqual({
      evalByCredential: {
        [Buffer.from(id).toString('base64url')]: { first: bytes(32, 1) },
        [Buffer.from(other).toString('base64url')]: { first: bytes(32, 2) },
      },
    })
  })

  it('takes nothing from a passkey it did not ask for', async () => {
    browser.get.mockResolvedValue(credential(other, results))
    expect(await askPasskey([known])).toEqual({ ok: false, error: 'failed' })
  })

  it.each([
    ['NotAllowedError', 'cancelled'],
    ['AbortError', 'cancelled'],
    ['SecurityError', 'unsupported'],
    ['NotSupportedError', 'unsupported'],
    ['UnknownError', 'failed'],
  ])('turns %s into "%s"', async (name, error) => {
    browser.get.mockRejectedValue(fault(name))
    expect(await askPasskey([known])).toEqual({ ok: false, error })
  })

  it('gives up after a minute, though the browser does not', async () => {
    vi.useFakeTimers()
    browser.get.mockImplementation(untilAborted)
    const asked = askPasskey([known])
    await vi.advanceTimersByTimeAsync(59_999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await asked).toEqual({ ok: false, error: 'cancelled' })
  })

  it('is taken away with its form', async () => {
    const stop = new AbortController()
    browser.get.mockImplementation(untilAborted)
    const asked = askPasskey([known], stop.signal)
    await Promise.resolve()
    stop.abort()
    expect(await asked).toEqual({ ok: false, error: 'cancelled' })
    expect(await askPasskey([known], stop.signal)).toEqual({ ok: false, error: 'cancelled' })
    expect(browser.get).toHaveBeenCalledOnce()
  })

  it('is one at a time: a newer question waits until the older is gone', async () => {
    let pending = 0
    browser.get.mockImplementationOnce(async (options) => {
      pending++
      await untilAborted(options).catch(() => undefined)
      pending--
      throw fault('AbortError')
    })
    browser.get.mockImplementation(async () => {
      expect(pending).toBe(0)
      return credential(id, results)
    })
    const first = askPasskey([known])
    await Promise.resolve()
    const second = askPasskey([known])
    expect(await first).toEqual({ ok: false, error: 'cancelled' })
    expect(await second).toMatchObject({ ok: true })
  })
})

describe('where there is no WebAuthn', () => {
  it('is said before anything is asked', async () => {
    vi.unstubAllGlobals()
    expect(passkeysPossible()).toBe(false)
    expect(await createPasskey('Passkey')).toEqual({ ok: false, error: 'unsupported' })
    expect(await askPasskey([known])).toEqual({ ok: false, error: 'unsupported' })
    expect(browser.create).not.toHaveBeenCalled()
  })

  it('Firefox needs a web domain as the owner', () => {
    vi.stubGlobal('location', { protocol: 'moz-extension:' })
    expect(passkeysPossible()).toBe(false)
    expect(passkeysPossible('wallet.example')).toBe(true)
  })
})
