// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../../messaging/contract'
import type { SignInSite } from '../../../messaging/views'
import { show } from '../../testing/screen'
import { settings } from '../testing'
import { Settings } from './view'

let worker: ReturnType<typeof fakeWorker>
let sites: readonly SignInSite[]
let reading: Reply<'signIns.read'> | null
let forgetting: Reply<'signIns.forget'> | Promise<Reply<'signIns.forget'>> | null

beforeEach(() => {
  sites = [
    { site: 'https://lantern.example', allowed: true },
    { site: 'https://harbour.example:8443', allowed: false },
  ]
  reading = null
  forgetting = null
  worker = fakeWorker({
    'settings.read': () => reply(settings),
    'wishes.read': () => reply([]),
    'signIns.read': () => reading ?? reply(sites),
    'signIns.forget': ({ site }) => {
      if (forgetting !== null) return forgetting
      sites = sites.filter((one) => one.site !== site)
      return reply(null)
    },
  })
})

const lines = (root: HTMLElement) => Array.from(root.querySelectorAll('.sites .site-answer'), (line) => line.textContent)

describe('sites that may recognise the reader', () => {
  it('are listed as people call them, with what was answered', async () => {
    const { root } = await show(<Settings />)
    expect(lines(root)).toEqual(['lantern.example Recognises you when you open what you bought there', 'harbour.example:8443 Never recognises you'])
  })

  it('that are not encrypted are not mistaken for one that is', async () => {
    sites = ['https://lantern.example', 'http://lantern.example'].map((site) => ({ site, allowed: true }))
    const screen = await show(<Settings />)
    await screen.click('Forget http://lantern.example')
    expect(worker.inputs('signIns.forget')).toEqual([{ site: 'http://lantern.example' }])
  })

  it('are said to be none yet', async () => {
    sites = []
    const screen = await show(<Settings />)
    expect(screen.text()).toContain('None yet. A site is asked about when you come back to something you bought there.')
    expect(screen.root.querySelector('.sites')).toBeNull()
  })

  it('are forgotten one by one, and the focus is not lost with the line', async () => {
    const screen = await show(<Settings />)
    await screen.click('Forget lantern.example')
    expect(worker.inputs('signIns.forget')).toEqual([{ site: 'https://lantern.example' }])
    expect(lines(screen.root)).toEqual(['harbour.example:8443 Never recognises you'])
    expect(document.activeElement?.textContent).toBe('Sites that may recognise you')
    await screen.click('Forget harbour.example:8443')
    expect(screen.text()).toContain('None yet.')
  })

  it('are forgotten once, however often it is pressed', async () => {
    let answer: (kept: Reply<'signIns.forget'>) => void = () => undefined
    forgetting = new Promise((resolve) => (answer = resolve))
    const screen = await show(<Settings />)
    const forget = screen.button('Forget lantern.example')
    await act(() => {
      forget.click()
      forget.click()
    })
    expect(forget.getAttribute('aria-disabled')).toBe('true')
    forget.click()
    answer(reply(null))
    await screen.settle()
    expect(worker.inputs('signIns.forget')).toHaveLength(1)
  })

  it('stay when forgetting fails, which is said beside the one it is about', async () => {
    forgetting = { ok: false, code: 'failed', sentence: 'Farthing did not answer.' }
    const screen = await show(<Settings />)
    await screen.click('Forget harbour.example:8443')
    const said = Array.from(screen.root.querySelectorAll('.sites li'), (line) => line.textContent.includes('Farthing did not answer.'))
    expect(said).toEqual([false, true])
    expect(lines(screen.root)).toHaveLength(2)
  })

  it('are shown as they are when an answer changes elsewhere', async () => {
    const screen = await show(<Settings />)
    sites = [{ site: 'https://new.example', allowed: true }]
    worker.changed('settings')
    await screen.settle()
    expect(lines(screen.root)).toEqual(['new.example Recognises you when you open what you bought there'])
  })

  it('that cannot be read leave the other settings usable, and are read again when told to', async () => {
    reading = { ok: false, code: 'failed', sentence: 'Farthing did not answer.' }
    const screen = await show(<Settings />)
    expect(screen.field('Show prices in')).toBeDefined()
    expect(screen.text()).toContain('Farthing did not answer.')
    expect(screen.text()).not.toContain('None yet.')
    reading = null
    await screen.click('Try again')
    expect(lines(screen.root)).toHaveLength(2)
  })
})
