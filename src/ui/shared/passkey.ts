import { err, ok, type Result } from '../../core/result'
import { isFirefox } from '../../platform/is-firefox'

/** What has to be known of a passkey to ask it again. Base64; `rpId` null is the extension itself. */
export interface Passkey {
  readonly credential: string
  readonly salt: string
  readonly rpId: string | null
}

/** What a passkey gave: 32 bytes in base64, the same for the same salt (WebAuthn Level 3, PRF extension). */
export interface Prf {
  readonly prf: string
}

/**
 * Why a passkey gave nothing:
 * - unsupported: there is no WebAuthn here, or the passkey cannot make key material
 * - cancelled: the reader or the browser put the question away, or nobody answered in time
 * - failed: anything else
 */
export type PasskeyFault = 'unsupported' | 'cancelled' | 'failed'

/** How long the reader has to answer. Without an end of its own a request can hang and block every later one. */
const answerWithinMs = 60_000
const saltLength = 32
const challengeLength = 32
const userIdLength = 32
/** ES256, EdDSA, RS256 (IANA COSE algorithms). */
const algorithms = [-7, -8, -257]

/**
 * Whether a passkey can be made or asked for in this document. Firefox lets no extension be the owner of a passkey,
 * only a web domain: there it takes an `rpId`.
 */
export function passkeysPossible(rpId: string | null = null): boolean {
  if (typeof PublicKeyCredential === 'undefined' || !('credentials' in navigator)) return false
  return rpId !== null || !isFirefox()
}

/**
 * Makes a passkey for this wallet and lets it make key material at once.
 * @param name what the authenticator lists it as, beside "Farthing"
 * @param signal takes the question away
 */
export async function createPasskey(name: string, signal?: AbortSignal): Promise<Result<Passkey & Prf, PasskeyFault>> {
  if (!passkeysPossible()) return err('unsupported')
  const salt = random(saltLength)
  const made = await request((stop) => navigator.credentials.create({ publicKey: creation(name, salt), signal: stop }), signal)
  if (!made.ok) return made
  const { prf } = made.value.getClientExtensionResults()
  if (prf?.enabled !== true) return err('unsupported')
  const passkey = { credential: toBase64(made.value.rawId), salt: toBase64(salt), rpId: null }
  if (prf.results !== undefined) return ok({ ...passkey, prf: toBase64(prf.results.first) })
  // Some browsers make key material only for a passkey that exists already.
  const asked = await askPasskey([passkey], signal)
  return asked.ok ? ok({ ...passkey, prf: asked.value.prf }) : asked
}

/**
 * Asks for one of these passkeys, whichever the reader has at hand, and gives it back with its key material.
 * @param among all of the same `rpId`
 * @param signal takes the question away
 */
export async function askPasskey<P extends Passkey>(among: readonly P[], signal?: AbortSignal): Promise<Result<Prf & { readonly passkey: P }, PasskeyFault>> {
  if (!passkeysPossible(among[0]?.rpId)) return err('unsupported')
  const answer = await request((stop) => navigator.credentials.get({ publicKey: question(among), signal: stop }), signal)
  if (!answer.ok) return answer
  const credential = toBase64(answer.value.rawId)
  const passkey = among.find((one) => one.credential === credential)
  if (passkey === undefined) return err('failed')
  const { prf } = answer.value.getClientExtensionResults()
  return prf?.results === undefined ? err('unsupported') : ok({ passkey, prf: toBase64(prf.results.first) })
}

function creation(name: string, salt: Uint8Array<ArrayBuffer>): PublicKeyCredentialCreationOptions {
  return {
    rp: { name: 'Farthing' },
    user: { id: random(userIdLength), name: 'Farthing', displayName: name },
    challenge: random(challengeLength),
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    timeout: answerWithinMs,
    extensions: { prf: { eval: { first: salt } } },
  }
}

function question(among: readonly Passkey[]): PublicKeyCredentialRequestOptions {
  const rpId = among[0]?.rpId ?? null
  return {
    challenge: random(challengeLength),
    allowCredentials: among.map(({ credential }) => ({ type: 'public-key', id: fromBase64(credential) })),
    userVerification: 'required',
    timeout: answerWithinMs,
    ...(rpId === null ? {} : { rpId }),
    extensions: { prf: saltsOf(among) },
  }
}

/** One salt is understood everywhere; several need to say which passkey each is for. */
function saltsOf(among: readonly Passkey[]): AuthenticationExtensionsPRFInputs {
  const [only, ...others] = among
  if (only !== undefined && others.length === 0) return { eval: { first: fromBase64(only.salt) } }
  return { evalByCredential: Object.fromEntries(among.map(({ credential, salt }) => [toBase64Url(credential), { first: fromBase64(salt) }])) }
}

/** A browser answers one request at a time: a newer one takes the place of the one under way. */
let last: { readonly stop: () => void; readonly ended: Promise<unknown> } = { stop: () => undefined, ended: Promise.resolve() }

type Ask = (stop: AbortSignal) => Promise<Credential | null>

function request(ask: Ask, signal?: AbortSignal): Promise<Result<PublicKeyCredential, PasskeyFault>> {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  if (signal?.aborted === true) stop()
  signal?.addEventListener('abort', stop)
  last.stop()
  const answer = last.ended.then(() => answered(ask, stopping)).finally(() => signal?.removeEventListener('abort', stop))
  last = { stop, ended: answer }
  return answer
}

async function answered(ask: Ask, stopping: AbortController): Promise<Result<PublicKeyCredential, PasskeyFault>> {
  if (stopping.signal.aborted) return err('cancelled')
  const timer = setTimeout(() => stopping.abort(), answerWithinMs)
  try {
    const credential = await ask(stopping.signal)
    return isPasskey(credential) ? ok(credential) : err('failed')
  } catch (fault) {
    return err(faultOf(fault))
  } finally {
    clearTimeout(timer)
  }
}

const isPasskey = (credential: Credential | null): credential is PublicKeyCredential => credential?.type === 'public-key'

/** The names are WebAuthn's: "NotAllowedError" stands for every way in which a reader says no, or nobody is there. */
function faultOf(fault: unknown): PasskeyFault {
  const name = fault instanceof Error ? fault.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
  return name === 'SecurityError' || name === 'NotSupportedError' ? 'unsupported' : 'failed'
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
const toBase64Url = (base64: string) => base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

function toBase64(source: BufferSource): string {
  const bytes = ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source)
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
