// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { base64, bytes, credential, fakeCredentials, fault } from './passkey.fixtures'
import { useGuarded } from './step-up'
import { button, dispatch, FakeWorker, good, later, press, settle, show, type } from './testing'

let worker = new FakeWorker()
vi.mock('../../messaging/client', () => ({
  send: (...asked: Parameters<FakeWorker['send']>) => worker.send(...asked),
  onChanged: (listener: Parameters<FakeWorker['onChanged']>[0]) => worker.onChanged(listener),
}))
vi.mock('../../platform/browser', () => ({ browser: { i18n: { getUILanguage: () => 'en-GB' } } }))

const first = '11111111-1111-4111-8111-111111111111'
const second = '22222222-2222-4222-8222-222222222222'
const slot = 'c2xvdC1wYXNzd29yZC0wMDE='
const ways = [{ slot, kind: 'password', passkey: null }]
const sentence = 'Remove “Old phone”. It will no longer open this wallet.'
const wanted = { ok: false, code: 'step-up', sentence: 'Confirm that it is you.' }

beforeEach(() => {
  worker = new FakeWorker()
  worker.answer('wallet.read', good({ state: 'unlocked', backedUp: true, ways, waitUntil: null, pin: true }))
  worker.answer('slots.remove', wanted)
  worker.answer('stepUp.begin', good({ id: first, sentence, ways, code: false }))
  worker.answer('stepUp.prove', good(null))
})

afterEach(() => vi.unstubAllGlobals())

const done = vi.fn()
function Page() {
  const remove = useGuarded('slots.remove')
  return (
    <div>
      <textarea />
      <button type="button" onClick={() => remove.run({ slot }, done)}>
        {remove.working ? 'Removing' : 'Remove'}
      </button>
      <p class="said">{remove.sentence}</p>
      {remove.dialog}
    </div>
  )
}

async function begin() {
  done.mockClear()
  const root = await show(<Page />)
  await press(button(root, 'Remove'))
  return root
}
const dialog = (root: HTMLElement) => root.querySelector('dialog')
const said = (root: HTMLElement) => root.querySelector('.said')?.textContent
async function prove(root: HTMLElement, password = 'correct horse') {
  const input = root.querySelector<HTMLInputElement>('dialog input')
  const form = root.querySelector('dialog form')
  if (input === null || form === null) throw new Error('nothing to prove with')
  await type(input, password)
  await dispatch(form, new Event('submit', { bubbles: true, cancelable: true }))
  await settle()
}

describe('a message that needs no proof', () => {
  it('is sent once, and asks nothing', async () => {
    worker.answer('slots.remove', good(null))
    const root = await begin()
    expect(dialog(root)).toBeNull()
    expect(worker.asked('slots.remove')).toEqual([{ slot }])
    expect(done).toHaveBeenCalledOnce()
  })
})

describe('a fresh proof', () => {
  it('is asked for with the sentence of the worker, for exactly that message', async () => {
    const root = await begin()
    expect(dialog(root)?.open).toBe(true)
    expect(root.querySelector('dialog h2')?.textContent).toBe(sentence)
    expect(worker.asked('stepUp.begin')).toEqual([{ act: { type: 'slots.remove', input: { slot } } }])
    expect(document.activeElement).toBe(root.querySelector('dialog input'))
    expect(worker.asked('slots.remove')).toHaveLength(1)
  })

  it('sends the same message again, with its name, and goes on', async () => {
    const root = await begin()
    worker.answer('slots.remove', good(null))
    await prove(root)
    expect(worker.asked('stepUp.prove')).toEqual([{ id: first, factor: { kind: 'password', password: 'correct horse' }, code: null }])
    expect(worker.asked('slots.remove')).toEqual([{ slot }, { slot, stepUp: first }])
    expect(dialog(root)).toBeNull()
    expect(done).toHaveBeenCalledOnce()
  })

  it('that is wrong says so, and sends nothing', async () => {
    const root = await begin()
    worker.answer('stepUp.prove', { ok: false, code: 'wrong-factor', sentence: 'That is not the password.' })
    await prove(root)
    expect(dialog(root)?.textContent).toContain('That is not the password.')
    expect(worker.asked('slots.remove')).toHaveLength(1)
    expect(worker.asked('stepUp.begin')).toHaveLength(1)
  })

  it('waits as the door does after too many wrong ones', async () => {
    const root = await begin()
    worker.answer('stepUp.prove', { ok: false, code: 'refused', sentence: 'Too many wrong tries.' })
    worker.answer('wallet.read', good({ state: 'unlocked', backedUp: true, ways, waitUntil: Date.now() + 60_000, pin: true }))
    await prove(root)
    expect(button(root, 'Confirm').getAttribute('aria-disabled')).toBe('true')
  })

  it('that came too late can be given again to a new question', async () => {
    const root = await begin()
    worker.answer('stepUp.prove', { ok: false, code: 'refused', sentence: 'That confirmation has run out. Confirm once more.' })
    worker.answer('stepUp.begin', good({ id: second, sentence, ways, code: false }))
    await prove(root)
    expect(dialog(root)?.textContent).toContain('Confirm once more.')
    worker.answer('stepUp.prove', good(null))
    await prove(root)
    expect(worker.asked('slots.remove')).toEqual([{ slot }, { slot, stepUp: second }])
  })

  it('is never given to a question that says something else than what was read', async () => {
    const root = await begin()
    worker.answer('stepUp.prove', { ok: false, code: 'refused', sentence: 'That confirmation has run out.' })
    worker.answer('stepUp.begin', good({ id: second, sentence: 'Pay everything to somebody.', ways, code: false }))
    await prove(root)
    await prove(root)
    expect(worker.asked('stepUp.prove').map((asked) => (asked as { readonly id: string }).id)).toEqual([first, first])
  })

  it('that the worker does not accept in the end is said, and not asked for without end', async () => {
    const root = await begin()
    await prove(root)
    expect(dialog(root)).toBeNull()
    expect(said(root)).toBe('Confirm that it is you.')
    expect(worker.asked('slots.remove')).toHaveLength(2)
    expect(done).not.toHaveBeenCalled()
  })

  it('says why it cannot be asked for', async () => {
    worker.answer('stepUp.begin', { ok: false, code: 'locked', sentence: 'Your wallet is locked.' })
    const root = await begin()
    expect(dialog(root)).toBeNull()
    expect(said(root)).toBe('Your wallet is locked.')
  })
})

it('is never given with a PIN, which only opens the wallet', async () => {
  const root = await begin()
  expect(dialog(root)?.textContent).not.toContain('PIN')
  expect([...root.querySelectorAll('dialog label')].map((label) => label.textContent)).toEqual(['Password'])
})

describe('a confirmation code', () => {
  beforeEach(() => worker.answer('stepUp.begin', good({ id: first, sentence, ways, code: true })))

  const field = (root: HTMLElement, label: string) => {
    const id = [...root.querySelectorAll('dialog label')].find((one) => one.textContent === label)?.getAttribute('for') ?? ''
    const input = document.getElementById(id)
    if (!(input instanceof HTMLInputElement)) throw new Error(`no field "${label}"`)
    return input
  }
  const submit = async (root: HTMLElement) => {
    const form = root.querySelector('dialog form')
    if (form !== null) await dispatch(form, new Event('submit', { bubbles: true, cancelable: true }))
    await settle()
  }
  const give = async (root: HTMLElement, password: string, code: string) => {
    await type(field(root, 'Password'), password)
    await type(field(root, 'Confirmation code'), code)
    await submit(root)
  }

  it('goes along with the proof, in a field that an app may fill', async () => {
    const root = await begin()
    const { inputMode, autocomplete } = field(root, 'Confirmation code')
    expect([inputMode, autocomplete]).toEqual(['numeric', 'one-time-code'])
    await give(root, 'correct horse', '123 456')
    expect(worker.asked('stepUp.prove')).toEqual([{ id: first, factor: { kind: 'password', password: 'correct horse' }, code: '123456' }])
  })

  it('that is missing costs no try, and everything missing is said at once', async () => {
    const root = await begin()
    await give(root, '', '12345')
    expect(dialog(root)?.textContent).toContain('Type your password first.')
    expect(dialog(root)?.textContent).toContain('Type the six digits your app shows.')
    expect(worker.asked('stepUp.prove')).toEqual([])
  })

  it('is asked for anew after every try, because it is good for one', async () => {
    const root = await begin()
    worker.answer('stepUp.prove', { ok: false, code: 'wrong-factor', sentence: 'That is not the password.' })
    await give(root, 'wrong', '123456')
    expect(dialog(root)?.textContent).toContain('That is not the password.')
    expect(field(root, 'Confirmation code').value).toBe('')
    await submit(root)
    expect(worker.asked('stepUp.prove')).toHaveLength(1)
  })

  it('stands above the button for a passkey, which is not asked for without it', async () => {
    const id = bytes(16, 3)
    const secret = bytes(32, 9)
    const key = { slot, kind: 'passkey', passkey: { credential: base64(id), salt: base64(bytes(32, 1)), rpId: null } }
    worker.answer('stepUp.begin', good({ id: first, sentence, ways: [key], code: true }))
    const browser = fakeCredentials()
    const root = await begin()
    const code = field(root, 'Confirmation code')
    expect(document.activeElement).toBe(code)
    expect(code.compareDocumentPosition(button(root, 'Confirm'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    await submit(root)
    expect(browser.get).not.toHaveBeenCalled()
    await type(code, '123456')
    browser.get.mockRejectedValueOnce(fault('NotAllowedError'))
    await submit(root)
    expect(dialog(root)?.textContent).toContain('The passkey was not used.')
    expect(code.value).toBe('123456')
    browser.get.mockResolvedValue(credential(id, { results: { first: secret.buffer } }))
    await submit(root)
    expect(worker.asked('stepUp.prove')).toEqual([{ id: first, factor: { kind: 'passkey', slot, prf: base64(secret) }, code: '123456' }])
  })

  it('that a new question no longer asks for, or asks for on top, is not given to it unseen', async () => {
    const root = await begin()
    worker.answer('stepUp.prove', { ok: false, code: 'refused', sentence: 'That confirmation has run out.' })
    worker.answer('stepUp.begin', good({ id: second, sentence, ways, code: false }))
    await give(root, 'correct horse', '123456')
    await give(root, 'correct horse', '654321')
    expect(worker.asked('stepUp.prove').map((asked) => (asked as { readonly id: string }).id)).toEqual([first, first])
  })
})

describe('not now', () => {
  const ways = {
    button: (root: HTMLElement) => press(button(root, 'Not now')),
    Escape: (root: HTMLElement) => dispatch(dialog(root) ?? root, new Event('cancel', { cancelable: true })),
    'the browser': (root: HTMLElement) => act(() => dialog(root)?.close()),
  }

  it.each(Object.entries(ways))('by %s sends nothing and loses nothing', async (_name, leave) => {
    const root = await show(<Page />)
    const text = root.querySelector('textarea')
    if (text !== null) text.value = 'half a sentence'
    await press(button(root, 'Remove'))
    await leave(root)
    await settle()
    expect(dialog(root)).toBeNull()
    expect(worker.asked('slots.remove')).toHaveLength(1)
    expect(said(root)).toBe('')
    expect(root.querySelector('textarea')).toBe(text)
    expect(text?.value).toBe('half a sentence')
    expect(button(root, 'Remove')).toBeDefined()
  })

  it('also when it comes while the proof is being looked at', async () => {
    const root = await begin()
    const reply = later()
    worker.answer('stepUp.prove', reply.promise)
    await prove(root)
    await press(button(root, 'Not now'))
    reply.resolve(good(null))
    await settle()
    expect(worker.asked('slots.remove')).toHaveLength(1)
  })

  it('also when the page goes away', async () => {
    const root = await begin()
    await act(() => render(null, root))
    await settle()
    expect(worker.asked('slots.remove')).toHaveLength(1)
  })
})
