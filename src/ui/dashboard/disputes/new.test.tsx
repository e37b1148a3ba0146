// @vitest-environment happy-dom
import type { FakeWorker } from '../../testing/fake-worker'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { problems } from '../../../core/dispute/problem'
import { fetchScreens } from '../testing'
import { begin, follow, freshWorker, id, known, open, press, text, tick } from './testing'

let worker: FakeWorker

beforeAll(fetchScreens)

beforeEach(() => {
  worker = freshWorker({})
})

describe('what went wrong', () => {
  it('is one question with seven answers, each explained, and none chosen for the reader', async () => {
    const screen = await open(begin())
    const radios = [...screen.root.querySelectorAll<HTMLInputElement>('fieldset input[type=radio]')]
    expect(radios.map(({ value }) => value)).toEqual([...problems])
    expect(radios.some(({ checked }) => checked)).toBe(false)
    for (const radio of radios) expect(document.getElementById(radio.getAttribute('aria-describedby') ?? '')?.textContent).not.toBe('')
    await press(screen, 'Go on')
    expect(text(screen, '[role=alert]')).toContain('Choose one of these first.')
    expect(location.hash).toBe(begin())
  })

  it('goes on in the address, so that the way back works', async () => {
    const screen = await open(begin())
    await tick(screen, 'input[value=wrong-price]')
    await press(screen, 'Go on')
    expect(location.hash).toBe(`${begin()}&problem=wrong-price`)
    expect(worker.inputs('disputes.assess')).toEqual([{ payment: id(), problem: 'wrong-price' }])
    expect(text(screen, 'h1')).toBe('I paid more than was said')
    await follow(screen, 'Something else went wrong')
    expect(screen.root.querySelector<HTMLInputElement>('input[value=wrong-price]')?.checked).toBe(true)
  })

  it.each(['', '?payment=../../x', '?payment=javascript:1&problem=not-me&step=ask'])('asks for a payment first where the address names none: %s', async (query) => {
    const screen = await open(`#/disputes/new${query}`)
    expect(screen.text()).toContain('First choose the payment in your history.')
    expect(worker.inputs('disputes.assess')).toEqual([])
  })

  it('says when there is no such payment', async () => {
    const place = begin()
    known.payment = null
    expect((await open(place)).text()).toContain('There is no such payment')
  })
})
