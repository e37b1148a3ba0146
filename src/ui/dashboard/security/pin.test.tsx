// @vitest-environment happy-dom
import { reply, type FakeWorker } from '../../testing/fake-worker'
import { beforeEach, describe, expect, it } from 'vitest'
import { show } from '../../testing/screen'
import { freshWorker, guarded, known, proof, prove } from './testing'
import { Security } from './view'

let worker: FakeWorker

beforeEach(() => {
  worker = freshWorker({
    'pin.set': ({ stepUp }) => {
      if (stepUp === proof) known.security = { ...known.security, pin: true }
      return guarded(stepUp, null)
    },
    'pin.clear': () => {
      known.security = { ...known.security, pin: false }
      return reply(null)
    },
  })
})

describe('a PIN', () => {
  async function choose(pin: string, repeated = pin) {
    const screen = await show(<Security />)
    await screen.click(known.security.pin ? 'Change the PIN' : 'Set a PIN')
    await screen.type('New PIN', pin)
    await screen.type('The same again', repeated)
    await screen.click('Use this PIN')
    return screen
  }

  it.each([
    ['123', '123', 'A PIN has four to twelve digits.'],
    ['12a4', '12a4', 'A PIN has four to twelve digits.'],
    ['2580', '2581', 'The two are not the same.'],
  ])('is not set as %j and %j', async (pin, repeated, sentence) => {
    const screen = await choose(pin, repeated)
    expect(screen.text()).toContain(sentence)
    expect(worker.inputs('pin.set')).toEqual([])
  })

  it.each([false, true])('is set with a proof, in fields that nothing remembers (set before: %s)', async (before) => {
    known.security = { ...known.security, pin: before }
    const screen = await choose('2580')
    const { type, autocomplete, inputMode } = screen.field('New PIN')
    expect([type, autocomplete, inputMode]).toEqual(['text', 'off', 'numeric'])
    await prove(screen)
    expect(worker.inputs('pin.set')).toEqual([{ pin: '2580' }, { pin: '2580', stepUp: proof }])
    expect(screen.text()).toContain('This PIN opens the wallet until the browser is closed.')
    expect(screen.root.innerHTML).not.toContain('2580')
    expect(screen.button('Forget the PIN')).toBeDefined()
    known.security = { ...known.security, pin: false }
    worker.changed('wallet')
    await screen.settle()
    expect(screen.text()).not.toContain('This PIN opens the wallet')
  })

  it('is forgotten at once, and can be forgotten only while there is one', async () => {
    const without = await show(<Security />)
    expect(() => without.button('Forget the PIN')).toThrow()
    known.security = { ...known.security, pin: true }
    const screen = await show(<Security />)
    await screen.click('Forget the PIN')
    expect(worker.inputs('pin.clear')).toEqual([{}])
    expect(screen.text()).toContain('The PIN is forgotten.')
    expect(() => screen.button('Forget the PIN')).toThrow()
  })
})
