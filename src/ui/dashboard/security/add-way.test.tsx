// @vitest-environment happy-dom
import type { FakeWorker } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input, Reply } from '../../../messaging/contract'
import { base64, bytes, credential, fakeCredentials, fault, type FakeCredentials } from '../../shared/passkey.fixtures'
import { show, type Screen } from '../../testing/screen'
import { dialog, freshWorker, guarded, proof, prove, strong } from './testing'
import { Security } from './view'

const recovery = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345'

let worker: FakeWorker
let credentials: FakeCredentials
let refusal: Reply<'slots.add'> | null

beforeEach(() => {
  credentials = fakeCredentials()
  refusal = null
  worker = freshWorker({
    'slots.add': ({ stepUp }) => refusal ?? guarded(stepUp, null),
    'slots.addRecovery': ({ stepUp }) => guarded(stepUp, { code: recovery }),
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('another password', () => {
  it.each([
    ['short', 'short', 'Use at least ten characters.'],
    ['password123', 'password123', 'Many people use this one'],
    [strong, `${strong}.`, 'The two are not the same.'],
  ])('is not added as %j and %j', async (password, repeated, sentence) => {
    const screen = await show(<Security />)
    await screen.click('A password')
    await screen.type('New password', password)
    await screen.type('The same again', repeated)
    await screen.click('Add this password')
    expect(screen.text()).toContain(sentence)
    expect(worker.inputs('slots.add')).toEqual([])
  })

  it('is added with a proof; the form behind it is not sent a second time by that', async () => {
    const screen = await show(<Security />)
    await screen.click('A password')
    await screen.type('What to call it', ' Spare ')
    await screen.type('New password', strong)
    await screen.type('The same again', strong)
    await screen.click('Add this password')
    await prove(screen)
    const slot = { kind: 'password', name: 'Spare', password: strong }
    expect(worker.inputs('slots.add')).toEqual([{ slot }, { slot, stepUp: proof }])
    expect(screen.text()).toContain('“Spare” opens this wallet from now on.')
  })

  it('stays typed when the reader says "not now", or the worker refuses', async () => {
    const screen = await show(<Security />)
    await screen.click('A password')
    await screen.type('New password', strong)
    await screen.type('The same again', strong)
    await screen.click('Add this password')
    const notNow = dialog(screen)?.querySelector<HTMLElement>('button.button-secondary')
    await act(() => notNow?.click())
    await screen.settle()
    expect(screen.field('New password').value).toBe(strong)
    refusal = { ok: false, code: 'refused', sentence: 'There is no room for another.' }
    await screen.click('Add this password')
    expect(screen.text()).toContain('There is no room for another.')
    expect(screen.field('New password').value).toBe(strong)
  })
})

describe('a passkey', () => {
  const id = bytes(20, 4)
  const secret = bytes(32, 8)
  const made = credential(id, { enabled: true, results: { first: secret.buffer } })

  it('is made and then added with a proof', async () => {
    credentials.create.mockResolvedValue(made)
    const screen = await show(<Security />)
    await screen.click('A passkey')
    await screen.type('What to call it', 'Phone')
    await screen.click('Make the passkey')
    await prove(screen)
    const [, second] = worker.inputs('slots.add') as Input<'slots.add'>[]
    expect(second).toMatchObject({
      slot: { kind: 'passkey', name: 'Phone', credential: base64(id), prf: base64(secret), rpId: null },
      stepUp: proof,
    })
  })

  it('is made once, however often adding it has to be tried', async () => {
    credentials.create.mockResolvedValue(made)
    const screen = await show(<Security />)
    await screen.click('A passkey')
    refusal = { ok: false, code: 'failed', sentence: 'Farthing did not answer.' }
    await screen.click('Make the passkey')
    await screen.click('Make the passkey')
    expect(worker.inputs('slots.add')).toHaveLength(2)
    expect(credentials.create).toHaveBeenCalledOnce()
  })

  it.each([
    ['NotAllowedError', 'No passkey was made.'],
    ['NotSupportedError', 'This passkey cannot open a wallet'],
    ['UnknownError', 'The passkey could not be made.'],
  ])('that ends in %s adds nothing, and says so', async (name, sentence) => {
    credentials.create.mockRejectedValue(fault(name))
    const screen = await show(<Security />)
    await screen.click('A passkey')
    await screen.click('Make the passkey')
    expect(screen.text()).toContain(sentence)
    expect(worker.inputs('slots.add')).toEqual([])
  })

  it('without what makes key material is refused', async () => {
    credentials.create.mockResolvedValue(credential(id, { enabled: false }))
    const screen = await show(<Security />)
    await screen.click('A passkey')
    await screen.click('Make the passkey')
    expect(screen.text()).toContain('Nothing was added.')
    expect(worker.inputs('slots.add')).toEqual([])
  })

  it('cannot be chosen where the browser has none, and the page says why', async () => {
    vi.unstubAllGlobals()
    const screen = await show(<Security />)
    await screen.click('A passkey')
    expect(screen.text()).toContain('This browser cannot use passkeys here.')
    expect(() => screen.button('Make the passkey')).toThrow()
    await screen.click('A password')
    expect(screen.field('New password')).toBeDefined()
  })

  it('together with a password takes a strong one first, and says what a password alone still opens', async () => {
    credentials.create.mockResolvedValue(made)
    const screen = await show(<Security />)
    await screen.click('Password and passkey together')
    expect(screen.text()).toContain('goes on opening the wallet alone')
    await screen.click('Make the passkey')
    expect(credentials.create).not.toHaveBeenCalled()
    await screen.type('New password', strong)
    await screen.type('The same again', strong)
    await screen.click('Make the passkey')
    expect(worker.inputs('slots.add')).toMatchObject([{ slot: { kind: 'password+passkey', password: strong, prf: base64(secret) } }])
  })
})

describe('a recovery code', () => {
  async function make() {
    const screen = await show(<Security />)
    await screen.click('A recovery code')
    await prove(screen)
    return screen
  }
  const groups = (screen: Screen) => Array.from(screen.root.querySelectorAll('.recovery-code span'), (group) => group.textContent)

  it('is shown in its groups, and not in a field', async () => {
    const screen = await make()
    expect(groups(screen)).toEqual(recovery.split('-'))
    expect(dialog(screen)?.querySelector('input, textarea')).toBeNull()
  })

  it('is not lost to Escape, and gone for good once it is written down', async () => {
    const screen = await make()
    await act(() => void dialog(screen)?.dispatchEvent(new Event('cancel', { cancelable: true })))
    await act(() => dialog(screen)?.close())
    expect(dialog(screen)?.open).toBe(true)
    await screen.click('I have written it down')
    expect(dialog(screen)).toBeNull()
    expect(screen.root.innerHTML).not.toContain('ABCD')
  })

  it('can be copied and printed', async () => {
    const print = vi.fn()
    window.print = print
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const screen = await make()
    await screen.click('Print')
    expect(print).toHaveBeenCalledOnce()
    await screen.click('Copy: Recovery code')
    expect(copied).toHaveBeenCalledExactlyOnceWith(recovery)
  })
})
