// @vitest-environment happy-dom
import type { FakeWorker } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { show, type Screen } from '../../testing/screen'
import { settings } from '../testing'
import { freshWorker, guarded, known, proof, prove } from './testing'
import { Security } from './view'

let worker: FakeWorker

beforeEach(() => {
  worker = freshWorker({
    'settings.change': ({ stepUp, askAbove }) => {
      if (stepUp === proof && askAbove !== undefined) known.settings = { ...known.settings, askAbove }
      return guarded(stepUp, known.settings)
    },
  })
})

describe('asking again', () => {
  async function choose(screen: Screen, value: string) {
    const select = screen.root.querySelector('select')
    await act(() => {
      if (select === null) return
      select.selectedIndex = [...select.options].findIndex((option) => option.value === value)
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await screen.settle()
  }

  it('is offered in dollars, from never to ten', async () => {
    const screen = await show(<Security />)
    const options = Array.from(screen.root.querySelectorAll('option'), (option) => [option.value, option.textContent])
    expect(options).toEqual([
      ['never', 'Never'],
      ['500000', '$0.50'],
      ['1000000', '$1'],
      ['2000000', '$2'],
      ['5000000', '$5'],
      ['10000000', '$10'],
    ])
    expect(screen.field('Confirm payments above').value).toBe('1000000')
  })

  it('shows also what is not offered', async () => {
    known.settings = { ...settings, askAbove: '3500000' }
    const screen = await show(<Security />)
    expect(screen.field('Confirm payments above').value).toBe('3500000')
    expect(screen.text()).toContain('$3.50')
  })

  it.each([
    ['5000000', '5000000'],
    ['never', null],
  ])('is changed to %s with a proof', async (value, askAbove) => {
    const screen = await show(<Security />)
    await choose(screen, value)
    await prove(screen)
    expect(worker.inputs('settings.change')).toEqual([{ askAbove }, { askAbove, stepUp: proof }])
    expect(screen.field('Confirm payments above').value).toBe(value)
  })
})
