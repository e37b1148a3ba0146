// @vitest-environment happy-dom
import type { FakeWorker } from '../../testing/fake-worker'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fetchScreens, payment as paymentRow } from '../testing'
import { at, begin, done, freshWorker, id, known, open, press } from './testing'
import { assessment, disputeId, terms } from './views.fixtures'

let worker: FakeWorker

beforeAll(fetchScreens)

beforeEach(() => {
  worker = freshWorker({ 'payments.retry': done })
})

describe('what helps at once', () => {
  const helped = (problem = 'not-delivered') => open(`${begin()}&problem=${problem}`)

  it('comes after what is known, and before the way to ask for money', async () => {
    known.found = assessment({ helps: [{ kind: 'retry', sentence: 'Most pages come at the second try.' }] })
    const screen = await helped()
    const places = ['sent an empty page', 'Most pages come', 'Nobody can take this money back. The seller can give it back.'].map((sentence) => at(screen, sentence))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    await press(screen, 'Try again, free')
    expect(worker.inputs('payments.retry')).toEqual([{ id: id() }])
    expect(screen.root.querySelectorAll('.button-primary')).toHaveLength(1)
  })

  it('puts the safety of the wallet before everything else where somebody else may have paid', async () => {
    const sentence = 'Somebody may know your password.'
    known.found = assessment({ problem: 'not-me', helps: [{ kind: 'refunded', sentence: 'Some came back.' }, { kind: 'secure', sentence }] })
    const screen = await helped('not-me')
    expect(at(screen, sentence)).toBeLessThan(at(screen, 'Some came back.'))
    expect(screen.button('Make your wallet safe').getAttribute('href')).toBe('#/security')
    expect(screen.button('Make your wallet safe').className).toContain('button-primary')
  })

  it('shows each payment that looks the same', async () => {
    known.found = assessment({ helps: [{ kind: 'duplicates', sentence: 'Two look alike.', payments: [paymentRow({ title: 'Pylons again' })] }] })
    expect((await helped('charged-twice')).button('Pylons again').getAttribute('href')).toContain('#/history/')
  })

  it('looks again where it is not certain yet', async () => {
    known.found = assessment({ helps: [{ kind: 'not-charged', sentence: 'It may still be charged.', isCertain: false }], ask: { possible: false, sentence: 'There is nothing to give back.' } })
    const screen = await helped()
    expect(screen.text()).toContain('There is nothing to give back.')
    expect(() => screen.button('Ask for the money back')).toThrow()
    await press(screen, 'Look again')
    expect(worker.inputs('disputes.assess')).toHaveLength(2)
  })

  it('leads to the dispute there is already', async () => {
    known.found = assessment({ helps: [{ kind: 'dispute', sentence: 'You asked already.', dispute: disputeId }], ask: { possible: false, sentence: 'One at a time.' } })
    expect((await helped()).button('See how it stands').getAttribute('href')).toBe(`#/disputes/${disputeId}`)
  })

  it('says what the law gives to those who changed their mind, with the seller’s own page and no other scheme', async () => {
    const screen = await helped('withdrawal')
    expect(screen.text()).toContain('What the law gives you')
    expect(screen.button('What harbour.example says about giving back').getAttribute('rel')).toBe('noreferrer')
    known.found = assessment({ terms: { ...terms, policyUrl: 'javascript:alert(1)' } })
    expect((await helped('withdrawal')).root.querySelectorAll('main a[href^="javascript"]')).toHaveLength(0)
  })

  it('says what the seller did before', async () => {
    known.found = assessment({ seller: 'It gave back two of three.' })
    expect((await helped()).text()).toContain('This seller, so far: It gave back two of three.')
  })
})
