// @vitest-environment happy-dom
import { fakeWorker, reply, type FakeWorker } from '../../testing/fake-worker'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SecurityView } from '../../../messaging/views'
import { show } from '../../testing/screen'
import { passkeyWay, passwordWay, security } from '../testing'
import { at, freshWorker, guarded, known, proof, prove } from './testing'
import { Security } from './view'

let worker: FakeWorker

beforeEach(() => {
  worker = freshWorker({
    'slots.remove': ({ stepUp }) => guarded(stepUp, null),
    'slots.rename': () => reply(null),
  })
})

const slotOf = (facts: Partial<SecurityView['slots'][number]>) => ({ ...passwordWay, name: 'Password', createdAt: at, removable: true, ...facts })

describe('what opens the wallet', () => {
  it('is listed with its kind and name, and can be removed only where something else remains', async () => {
    known.security = { ...security, slots: [slotOf({ name: 'Office' }), slotOf({ ...passkeyWay, name: 'Phone', removable: false })] }
    const screen = await show(<Security />)
    const rows = Array.from(screen.root.querySelectorAll('.slot'), (row) => row.textContent)
    expect(rows[0]).toContain('OfficePassword, since')
    expect(rows[1]).toContain('PhonePasskey, since')
    expect(screen.button('Remove Office')).toBeDefined()
    expect(() => screen.button('Remove Phone')).toThrow()
  })

  it('says when a password alone undoes a password and passkey together', async () => {
    const both = slotOf({ ...passkeyWay, kind: 'password+passkey', name: 'Both' })
    known.security = { ...security, slots: [both] }
    expect((await show(<Security />)).text()).not.toContain('adds no strength')
    known.security = { ...security, slots: [both, slotOf({})] }
    expect((await show(<Security />)).text()).toContain('this pair adds no strength')
  })

  it('is removed only after saying what that means, and with a proof', async () => {
    known.security = { ...security, slots: [slotOf({ name: 'Office' })] }
    const screen = await show(<Security />)
    await screen.click('Remove Office')
    expect(screen.text()).toContain('This password will no longer open the wallet.')
    expect(worker.inputs('slots.remove')).toEqual([])
    await screen.click('Remove')
    await prove(screen)
    const { slot } = passwordWay
    expect(worker.inputs('slots.remove')).toEqual([{ slot }, { slot, stepUp: proof }])
    expect(worker.inputs('security.read')).toHaveLength(2)
  })

  it('is kept by second thoughts', async () => {
    const screen = await show(<Security />)
    await screen.click('Remove Password')
    await screen.click('Keep it')
    expect(worker.inputs('slots.remove')).toEqual([])
    expect(screen.text()).not.toContain('will no longer open')
  })

  it('is renamed without a proof, and never to nothing', async () => {
    const screen = await show(<Security />)
    await screen.click('Rename Password')
    await screen.type('Name', '  ')
    await screen.click('Save')
    expect(screen.text()).toContain('Give it a name.')
    await screen.type('Name', ' Office ')
    await screen.click('Save')
    expect(worker.inputs('slots.rename')).toEqual([{ slot: passwordWay.slot, name: 'Office' }])
  })

  it('says when it cannot be read, and still shows what needs no worker', async () => {
    worker = fakeWorker({})
    const screen = await show(<Security />)
    expect(screen.text()).toContain('Farthing did not answer.')
    expect(screen.text()).toContain('What each way protects against')
    await screen.click('Try again')
    expect(worker.inputs('security.read')).toHaveLength(2)
  })
})
