// @vitest-environment happy-dom
import { reply, type FakeWorker } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../../messaging/contract'
import type { DisputeDraftView } from '../../../messaging/dispute-views'
import { fetchScreens, usdc } from '../testing'
import { at, begin, follow, freshWorker, id, known, open, press, text, tick } from './testing'
import { assessment, disputeId, preview } from './views.fixtures'

let worker: FakeWorker
let drafts: readonly DisputeDraftView[]
let filed: Reply<'disputes.file'>

beforeAll(fetchScreens)

beforeEach(() => {
  drafts = []
  filed = reply({ dispute: disputeId })
  worker = freshWorker({
    'disputes.preview': () => reply(preview),
    'disputes.file': () => filed,
    'disputes.drafts': () => reply(drafts),
  })
})

describe('the request', () => {
  const ask = () => open(`${begin()}&problem=not-delivered&step=ask`)
  const input = () => ({ payment: id(), problem: 'not-delivered', amount: '50000', words: '', share: [] })

  it('proposes an amount, shows nothing to the seller by itself, and is read before it is sent', async () => {
    const screen = await ask()
    expect(screen.field('How much to ask back, in dollars').value).toBe('0.05')
    expect(screen.root.querySelectorAll('input[type=checkbox]:checked')).toHaveLength(0)
    expect(text(screen, '[aria-label="This is what will be sent"]')).toBe(preview.request)
    expect(text(screen, '[aria-label="When what happened"]')).toBe('You agreed to the price.')
    expect(text(screen, '[aria-label="What the seller asked for"]')).toBe('{\n  "price": "0.05"\n}')
    expect(at(screen, 'Nobody can take this money back.')).toBeLessThan(screen.text().lastIndexOf('Ask for the money back'))
    expect(worker.inputs('disputes.file')).toEqual([])
  })

  it('sends exactly what was shown, once, and goes to its page', async () => {
    const screen = await ask()
    await screen.type('How much to ask back, in dollars', '0,02')
    await screen.type('Your own words', 'It stayed empty.')
    await screen.settle()
    await tick(screen, 'input[type=checkbox]')
    const button = screen.button('Ask for the money back')
    await act(() => {
      button.click()
      button.click()
    })
    await screen.settle()
    const sent = { ...input(), amount: '20000', words: 'It stayed empty.', share: ['challenge'] }
    expect(worker.inputs('disputes.preview').at(-1)).toEqual(sent)
    expect(worker.inputs('disputes.file')).toEqual([sent])
    expect(location.hash).toBe(`#/disputes/${disputeId}`)
  })

  it.each(['0', '0.050001', '-1', 'all', '', '1e-2'])('is not sent for an amount of "%s"', async (typed) => {
    const screen = await ask()
    await screen.type('How much to ask back, in dollars', typed)
    await screen.settle()
    expect(screen.text()).toContain('Type an amount like 0.50, at most 0.05 USDC.')
    await press(screen, 'Ask for the money back')
    expect(worker.inputs('disputes.file')).toEqual([])
  })

  it('keeps what was written while the reader looks back, and while anything changes', async () => {
    const screen = await ask()
    await screen.type('Your own words', 'It stayed empty.')
    await screen.settle()
    worker.changed('payments')
    await screen.settle()
    await follow(screen, 'Back to what helps at once')
    await follow(screen, 'Ask for the money back')
    expect(screen.field('Your own words').value).toBe('It stayed empty.')
    expect(screen.text()).toContain('484 letters left.')
    expect(location.hash).not.toContain('empty')
  })

  it('hands every letter to the worker, the newest where it is slow, and throws it away when the reader wants', async () => {
    const screen = await ask()
    for (const words of ['It', 'It stayed', 'It stayed empty.']) await screen.type('Your own words', words)
    await screen.settle()
    const kept = { amount: '0.05', words: 'It stayed empty.', share: [] }
    expect(worker.inputs('disputes.draft').at(-1)).toEqual({ payment: id(), problem: 'not-delivered', draft: kept })
    await press(screen, 'Throw it away')
    expect(worker.inputs('disputes.draft').at(-1)).toEqual({ payment: id(), problem: 'not-delivered', draft: null })
    expect(screen.field('Your own words').value).toBe('')
    expect(() => screen.button('Throw it away')).toThrow()
  })

  it('goes on where it was left, another day', async () => {
    drafts = [{ payment: id(), title: 'Pylons', problem: 'not-delivered', amount: '0.02', words: 'It stayed', share: ['timeline'] }]
    expect((await open('#/disputes')).button('Pylons').getAttribute('href')).toBe(`${begin()}&problem=not-delivered&step=ask`)
    const chosen = await open(begin())
    expect(chosen.text()).toContain('You have begun to ask for this money back: “I paid, and nothing came”.')
    await follow(chosen, 'Go on writing')
    expect(chosen.field('Your own words').value).toBe('It stayed')
    expect(chosen.field('How much to ask back, in dollars').value).toBe('0.02')
    expect(worker.inputs('disputes.preview').at(-1)).toEqual({ ...input(), amount: '20000', words: 'It stayed', share: ['timeline'] })
  })

  it('says what the worker says of a second window that was quicker', async () => {
    filed = { ok: false, code: 'refused', sentence: 'You have asked for this money back already.' }
    const screen = await ask()
    await press(screen, 'Ask for the money back')
    expect(text(screen, 'form .dispute-outcome')).toContain('You have asked for this money back already.')
    expect(location.hash).toContain('step=ask')
  })

  it('is a letter where the seller takes no requests: to be copied or mailed, to nobody the seller slipped in', async () => {
    known.found = assessment({ ask: { possible: true, most: usdc(50_000n), proposed: usdc(30_000n), way: 'letter', until: 0 } })
    const screen = await ask()
    expect(screen.field('How much to ask back, in dollars').value).toBe('0.03')
    expect(text(screen, '[aria-label="Your letter"]')).toBe(preview.letter)
    const mail = screen.button('Open it in your mail program').getAttribute('href') ?? ''
    expect(mail).toMatch(/^mailto:help@harbour\.example\?subject=Pylons&body=Dear%20seller/)
    expect(mail).not.toContain('evil')
    await press(screen, 'Keep this and write the letter')
    expect(worker.inputs('disputes.file')).toHaveLength(1)
  })

  it('asks for one preview at a time, and for the newest of what was typed meanwhile', async () => {
    const answers: (() => void)[] = []
    const asked: string[] = []
    freshWorker({
      'disputes.preview': ({ words }) => {
        asked.push(words)
        return new Promise((resolve) => answers.push(() => resolve(reply({ ...preview, request: `says ${words}` }))))
      },
    })
    const screen = await ask()
    for (const words of ['a', 'ab', 'abc']) await screen.type('Your own words', words)
    expect(screen.button('Ask for the money back').getAttribute('aria-disabled')).toBe('true')
    answers.shift()?.()
    await screen.settle()
    expect(asked).toEqual(['', 'abc'])
    expect(screen.button('Ask for the money back').getAttribute('aria-disabled')).toBe('true')
    answers.shift()?.()
    await screen.settle()
    expect(screen.text()).toContain('says abc')
    expect(screen.button('Ask for the money back').getAttribute('aria-disabled')).toBe('false')
  })
})
