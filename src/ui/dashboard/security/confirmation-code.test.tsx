// @vitest-environment happy-dom
import { reply, type FakeWorker } from '../../testing/fake-worker'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '../../testing/screen'
import { freshWorker, guarded, known, proof, prove } from './testing'
import { Security } from './view'

const made = { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Farthing:Wallet?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }

let worker: FakeWorker

beforeEach(() => {
  worker = freshWorker({
    'code.make': ({ stepUp }) => guarded(stepUp, made),
    'code.confirm': ({ code }) => {
      if (code !== '123456') return { ok: false, code: 'wrong-factor', sentence: 'That is not the confirmation code.' }
      known.security = { ...known.security, code: true }
      return reply(null)
    },
    'code.remove': ({ stepUp }) => {
      if (stepUp === proof) known.security = { ...known.security, code: false }
      return guarded(stepUp, null)
    },
  })
})

describe('the confirmation code', () => {
  async function make() {
    const screen = await show(<Security />)
    await screen.click('Add a confirmation code')
    expect(screen.root.innerHTML).not.toContain('JBSW')
    await prove(screen)
    return screen
  }

  it('is never called anything that promises more', async () => {
    const screen = await make()
    expect(screen.text()).toContain('does not make the wallet harder to open for somebody who has the password')
    expect(screen.text()).not.toMatch(/factor|2fa/i)
  })

  it('hands its secret over as a picture and in groups, to be copied whole', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const screen = await make()
    expect(screen.root.querySelector('.qr')).not.toBeNull()
    const groups = Array.from(screen.root.querySelectorAll('.code-secret span'), (group) => group.textContent)
    expect(groups).toEqual(['JBSW', 'Y3DP', 'EHPK', '3PXP', 'JBSW', 'Y3DP', 'EHPK', '3PXP'])
    await screen.click('Copy: Secret of the confirmation code')
    expect(copied).toHaveBeenCalledExactlyOnceWith(made.secret)
  })

  it('is on only once the app has shown a right one', async () => {
    const screen = await make()
    await screen.type('The six digits your app shows', '12345')
    await screen.click('Turn it on')
    expect(worker.inputs('code.confirm')).toEqual([])
    await screen.type('The six digits your app shows', '000000')
    await screen.click('Turn it on')
    expect(screen.text()).toContain('That is not the confirmation code.')
    await screen.type('The six digits your app shows', '123 456')
    await screen.click('Turn it on')
    expect(worker.inputs('code.confirm')).toEqual([{ code: '000000' }, { code: '123456' }])
    expect(screen.text()).toContain('From now on the confirmation code is asked for')
    expect(screen.root.innerHTML).not.toContain('JBSW')
  })

  it('is left off by second thoughts, with its secret gone from the page', async () => {
    const screen = await make()
    await screen.click('Not now')
    expect(screen.root.innerHTML).not.toContain('JBSW')
    expect(worker.inputs('code.confirm')).toEqual([])
    expect(screen.button('Add a confirmation code')).toBeDefined()
  })

  it('is removed after a question, and with a proof', async () => {
    known.security = { ...known.security, code: true }
    const screen = await show(<Security />)
    await screen.click('Remove the confirmation code')
    expect(screen.text()).toContain('The code is no longer asked for')
    expect(worker.inputs('code.remove')).toEqual([])
    await screen.click('Remove it')
    await prove(screen)
    expect(worker.inputs('code.remove')).toEqual([{}, { stepUp: proof }])
    expect(screen.button('Add a confirmation code')).toBeDefined()
  })

  it('is kept by second thoughts', async () => {
    known.security = { ...known.security, code: true }
    const screen = await show(<Security />)
    await screen.click('Remove the confirmation code')
    await screen.click('Keep it')
    expect(worker.inputs('code.remove')).toEqual([])
  })
})
