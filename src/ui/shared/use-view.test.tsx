// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PaymentDetail } from '../../messaging/views'
import { FakeWorker, good, later, settle, show } from './testing'
import { useView } from './use-view'

let worker = new FakeWorker()
vi.mock('../../messaging/client', () => ({
  send: (...asked: Parameters<FakeWorker['send']>) => worker.send(...asked),
  onChanged: (listener: Parameters<FakeWorker['onChanged']>[0]) => worker.onChanged(listener),
}))
beforeEach(() => {
  worker = new FakeWorker()
})

function Payment({ id }: { readonly id: string }) {
  const view = useView('payments.read', { id }, ['payments', 'wallet'])
  if (view.state === 'failed') return <p>{`failed: ${view.sentence}`}</p>
  return <p>{view.state === 'waiting' ? 'waiting' : (view.value?.title ?? 'none')}</p>
}
const titled = (title: string) => good({ title })

describe('useView', () => {
  it('waits, then shows the answer', async () => {
    const reply = later()
    worker.answer('payments.read', reply.promise)
    const root = await show(<Payment id="a" />)
    expect(root.textContent).toBe('waiting')
    reply.resolve(titled('Knots'))
    await settle()
    expect(root.textContent).toBe('Knots')
  })

  it('shows at once what came with another answer, and asks again, so that a slower answer from before counts for nothing', async () => {
    let replace: (value: PaymentDetail | null) => void = () => undefined
    const Replaceable = () => {
      const view = useView('payments.read', { id: 'a' }, ['payments'])
      replace = view.replace
      return <p>{view.state === 'ready' ? (view.value?.title ?? 'none') : view.state}</p>
    }
    worker.answer('payments.read', titled('Knots'))
    const root = await show(<Replaceable />)
    const [slow, fresh] = [later(), later()]
    worker.answer('payments.read', slow.promise)
    await worker.changed('payments')
    worker.answer('payments.read', fresh.promise)
    await act(() => replace(null))
    expect(root.textContent).toBe('none')
    slow.resolve(titled('Stale'))
    await settle()
    expect(root.textContent).toBe('none')
    fresh.resolve(titled('Sails'))
    await settle()
    expect(root.textContent).toBe('Sails')
  })

  it('shows why there is no answer', async () => {
    worker.answer('payments.read', { ok: false, code: 'locked', sentence: 'Locked.' })
    expect((await show(<Payment id="a" />)).textContent).toBe('failed: Locked.')
  })

  it('asks again when one of its topics changed, and keeps the old answer until the new one is there', async () => {
    worker.answer('payments.read', titled('before'))
    const root = await show(<Payment id="a" />)
    const reply = later()
    worker.answer('payments.read', reply.promise)
    await worker.changed('payments')
    expect(root.textContent).toBe('before')
    reply.resolve(titled('after'))
    await settle()
    expect(root.textContent).toBe('after')
  })

  it('does not care about other topics', async () => {
    worker.answer('payments.read', titled('Knots'))
    await show(<Payment id="a" />)
    await worker.changed('page')
    expect(worker.sent).toHaveLength(1)
  })

  it('never lets a slow answer overwrite a later one', async () => {
    const slow = later()
    worker.answer('payments.read', slow.promise)
    const root = await show(<Payment id="a" />)
    worker.answer('payments.read', titled('new'))
    await worker.changed('payments')
    await settle()
    slow.resolve(titled('old'))
    await settle()
    expect(root.textContent).toBe('new')
  })

  it('never shows the answer to another question', async () => {
    worker.answer('payments.read', titled('first'))
    const root = await show(<Payment id="a" />)
    const reply = later()
    worker.answer('payments.read', reply.promise)
    await act(() => render(<Payment id="b" />, root))
    expect(root.textContent).toBe('waiting')
    expect(worker.asked('payments.read')).toEqual([{ id: 'a' }, { id: 'b' }])
    reply.resolve(titled('second'))
    await settle()
    expect(root.textContent).toBe('second')
  })

  it('stops listening when it is gone', async () => {
    worker.answer('payments.read', titled('Knots'))
    const root = await show(<Payment id="a" />)
    await act(() => render(null, root))
    await worker.changed('payments')
    expect(worker.sent).toHaveLength(1)
  })
})
