// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { button, dispatch, FakeWorker, good, later, press, settle, show, type } from './testing'
import { UnlockForm } from './unlock-form'

let worker = new FakeWorker()
vi.mock('../../messaging/client', () => ({ send: (...asked: Parameters<FakeWorker['send']>) => worker.send(...asked) }))
const unlocked = vi.fn()
beforeEach(() => {
  worker = new FakeWorker()
  unlocked.mockClear()
})

const field = (root: HTMLElement) => {
  const input = root.querySelector('input')
  if (input === null) throw new Error('no field')
  return input
}
const submit = async (root: HTMLElement) => {
  const form = root.querySelector('form')
  if (form !== null) await dispatch(form, new Event('submit', { bubbles: true, cancelable: true }))
}

describe('UnlockForm', () => {
  it('sends what was typed, once, and goes on', async () => {
    const reply = later()
    worker.answer('wallet.unlock', reply.promise)
    const root = await show(<UnlockForm onUnlocked={unlocked} />)
    await type(field(root), 'correct horse')
    await submit(root)
    expect(button(root, 'Unlocking').getAttribute('aria-disabled')).toBe('true')
    await submit(root)
    expect(worker.asked('wallet.unlock')).toEqual([{ password: 'correct horse' }])
    expect(unlocked).not.toHaveBeenCalled()
    reply.resolve(good(null))
    await settle()
    expect(unlocked).toHaveBeenCalledOnce()
    expect(field(root).value).toBe('')
  })

  it('says that the password is wrong until something else is typed', async () => {
    worker.answer('wallet.unlock', { ok: false, code: 'wrong-password', sentence: 'That is not the password.' })
    const root = await show(<UnlockForm onUnlocked={unlocked} />)
    await type(field(root), 'wrong')
    await submit(root)
    const message = document.getElementById(field(root).getAttribute('aria-describedby') ?? '')
    expect(message?.textContent).toBe('That is not the password.')
    expect(field(root).getAttribute('aria-invalid')).toBe('true')
    expect(unlocked).not.toHaveBeenCalled()
    await type(field(root), 'wrong again')
    expect(message?.textContent).toBe('')
  })

  it('asks for a password before asking the worker', async () => {
    const root = await show(<UnlockForm />)
    await submit(root)
    expect(root.textContent).toContain('Type your password first.')
    expect(worker.sent).toEqual([])
  })

  it('hides the password until asked to show it', async () => {
    const root = await show(<UnlockForm />)
    expect(field(root).type).toBe('password')
    await press(button(root, 'Show the password'))
    expect(field(root).type).toBe('text')
    await press(button(root, 'Hide the password'))
    expect(field(root).type).toBe('password')
  })

  it('says that Caps Lock is on', async () => {
    const root = await show(<UnlockForm />)
    const key = Object.assign(new KeyboardEvent('keydown', { key: 'A' }), { getModifierState: (name: string) => name === 'CapsLock' })
    await dispatch(field(root), key)
    expect(root.textContent).toContain('Caps Lock is on.')
  })
})
