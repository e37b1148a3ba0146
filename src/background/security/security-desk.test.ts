import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Argon2 from '../../vault/argon2'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))
// The least the vault accepts: what is tested here is who may do what, not what a guess costs.
vi.mock('../../vault/argon2', async (original) => ({ ...(await original<typeof Argon2>()), defaultCost: { memoryKiB: 19 * 1024, iterations: 1 } }))

import { memory } from '../browser.fixtures'
import { attemptsRepository } from '../../store/attempts'
import { newDatabase } from '../../store/database.fixtures'
import { vaultRepository } from '../../store/vault-repository'
import type { Authority } from '../../vault/authority'
import type { Factor } from '../../vault/factor'
import { booksOf } from '../books'
import { ConfirmationCodes } from '../confirmation/confirmation-codes'
import { Door } from '../wallet/door'
import { VaultCopy } from '../wallet/vault-copy'
import { Vaults } from '../wallet/vaults'
import { WalletSession } from '../wallet/wallet-session'
import { SecurityDesk } from './security-desk'

const password = 'wren on a copper coin 1821'
const other = 'a second way through the hedge'
const always = async () => true
const byPassword: Factor = { kind: 'password', password }

beforeEach(() => memory.clear())

async function setUp() {
  const db = newDatabase()
  const shut = vi.fn()
  const wallet = new WalletSession(new Vaults(vaultRepository(db), new VaultCopy()), new Door(attemptsRepository(db)), shut)
  const made = await wallet.create(password)
  if (!made.ok) throw new Error(made.error)
  const desk = new SecurityDesk(wallet, booksOf(db, wallet))
  /** Does something with a proof as the router does: the proof is wiped afterwards. */
  const proving = async <T>(doing: (authority: Authority) => Promise<T>): Promise<T> => {
    const proved = await wallet.prove(byPassword, always)
    if (!proved.ok) throw new Error(proved.error.fault)
    const done = await doing(proved.value.authority)
    proved.value.authority.wipe()
    return done
  }
  const slots = async () => {
    const view = await desk.view()
    if (!view.ok) throw new Error(view.error.sentence)
    return view.value.slots
  }
  return { db, wallet, desk, shut, words: made.value, proving, slots }
}

describe('the ways in', () => {
  it('are added under a proof, named, listed and then open the wallet', async () => {
    const { wallet, desk, proving, slots } = await setUp()
    expect(await proving((proof) => desk.add({ kind: 'password', name: 'Spare', password: other }, proof))).toEqual({ ok: true, value: null })
    expect((await slots()).map(({ name, kind, removable }) => [name, kind, removable])).toEqual([
      ['Password', 'password', true],
      ['Spare', 'password', true],
    ])
    await wallet.lock()
    expect(await wallet.unlock({ kind: 'password', password: other })).toEqual({ ok: true, value: null })
  })

  it('once removed open nothing, neither in the vault nor in its copy', async () => {
    const { db, wallet, desk, proving, slots } = await setUp()
    await proving((proof) => desk.add({ kind: 'password', name: 'Spare', password: other }, proof))
    const spare = (await slots()).find(({ name }) => name === 'Spare')
    expect((await desk.remove(spare?.slot ?? '')).ok).toBe(true)
    expect(await slots()).toHaveLength(1)
    expect(await db.slotNames.count(), 'its name goes with it').toBe(0)
    await wallet.lock()
    expect(await wallet.unlock({ kind: 'password', password: other })).toEqual({ ok: false, error: { fault: 'wrong-factor' } })
    await db.vault.clear()
    expect(await wallet.unlock({ kind: 'password', password: other })).toEqual({ ok: false, error: { fault: 'wrong-factor' } })
    expect((await wallet.unlock(byPassword)).ok, 'the copy opens, and brings the vault back').toBe(true)
    expect(await db.vault.count()).toBe(1)
  })

  it('are never all removed, and a recovery code alone is not enough', async () => {
    const { wallet, desk, proving, slots } = await setUp()
    const made = await proving((proof) => desk.addRecovery(proof))
    const [first] = await slots()
    expect(first?.removable).toBe(false)
    expect(await desk.remove(first?.slot ?? '')).toMatchObject({ ok: false, error: { code: 'refused' } })
    await wallet.lock()
    expect(made.ok && (await wallet.unlock({ kind: 'recovery', code: made.value.code })).ok).toBe(true)
  })

  it('change as a whole: of two changes at once none is lost', async () => {
    const { desk, wallet, slots } = await setUp()
    const one = await wallet.prove(byPassword, always)
    const two = await wallet.prove(byPassword, always)
    if (!one.ok || !two.ok) throw new Error('not proved')
    const done = await Promise.all([
      desk.add({ kind: 'password', name: 'One', password: other }, one.value.authority),
      desk.add({ kind: 'password', name: 'Two', password: `${other} and a third` }, two.value.authority),
    ])
    expect(await slots()).toHaveLength(1 + done.filter(({ ok }) => ok).length)
  })

  it('are not seen or named while the wallet is locked', async () => {
    const { desk, wallet } = await setUp()
    await wallet.lock()
    expect(await desk.view()).toMatchObject({ ok: false, error: { code: 'locked' } })
    expect(await desk.rename('x', 'y')).toMatchObject({ ok: false, error: { code: 'locked' } })
  })
})

describe('the words', () => {
  it('are the ones the wallet was made with, and that they were shown is written down', async () => {
    const { desk, words, proving } = await setUp()
    expect(await proving((proof) => desk.words(proof))).toEqual({ ok: true, value: { words } })
    const view = await desk.view()
    expect(view.ok && view.value.events[0]?.kind).toBe('words-shown')
  })

  it('are not given to a wiped proof', async () => {
    const { desk, wallet } = await setUp()
    const proved = await wallet.prove(byPassword, always)
    if (!proved.ok) throw new Error('not proved')
    proved.value.authority.wipe()
    await expect(desk.words(proved.value.authority)).rejects.toThrow()
  })
})

describe('proving', () => {
  it('does not open a locked wallet', async () => {
    const { wallet } = await setUp()
    await wallet.lock()
    expect((await wallet.prove(byPassword, always)).ok).toBe(true)
    expect(await wallet.state()).toBe('locked')
  })

  it('counts wrong tries together with unlocking, and the right one is refused during the wait', async () => {
    const { wallet } = await setUp()
    const wrong: Factor = { kind: 'password', password: other }
    for (let made = 0; made < 3; made += 1) await wallet.prove(wrong, always)
    for (let made = 0; made < 2; made += 1) await wallet.unlock(wrong)
    expect(await wallet.prove(byPassword, always)).toMatchObject({ ok: false, error: { fault: 'slowed' } })
    expect(await wallet.unlock(byPassword)).toMatchObject({ ok: false, error: { fault: 'slowed' } })
  })
})

it('wrong tries are told once the right one came, and what it confirmed', async () => {
  const { desk, wallet } = await setUp()
  await wallet.prove({ kind: 'password', password: other }, always)
  const proved = await wallet.prove(byPassword, always)
  if (!proved.ok) throw new Error('not proved')
  await desk.logOpening('proved', proved.value.opened, 7, 'Have Farthing watch less closely.')
  const view = await desk.view()
  expect(view.ok && view.value.events.map(({ kind, way, about }) => [kind, way, about])).toEqual([
    ['proved', 'password', 'Have Farthing watch less closely.'],
    ['failed', null, undefined],
  ])
})

describe('a PIN', () => {
  it('opens the wallet until five misses, which are counted across workers and told afterwards', async () => {
    const { db, wallet, desk } = await setUp()
    expect(await wallet.setPin('2741')).toBe(true)
    await wallet.lock()
    expect((await wallet.unlockWithPin('2741')).ok).toBe(true)
    expect(await wallet.state()).toBe('unlocked')
    await wallet.lock()
    for (let miss = 1; miss <= 4; miss += 1) {
      const again = new WalletSession(new Vaults(vaultRepository(db), new VaultCopy()), new Door(attemptsRepository(db)), () => undefined)
      expect(await again.unlockWithPin('0000')).toEqual({ ok: false, error: { fault: 'wrong', left: 5 - miss } })
    }
    const last = new WalletSession(new Vaults(vaultRepository(db), new VaultCopy()), new Door(attemptsRepository(db)), () => undefined)
    expect(await last.unlockWithPin('0000')).toEqual({ ok: false, error: { fault: 'destroyed' } })
    expect(await last.unlockWithPin('2741')).toEqual({ ok: false, error: { fault: 'none' } })
    expect(await last.pin.takeDestroyedAt()).not.toBeNull()
    await wallet.unlock(byPassword)
    expect((await desk.view()).ok).toBe(true)
  })

  it('is not set while the wallet is locked, and is no proof', async () => {
    const { wallet } = await setUp()
    await wallet.lock()
    expect(await wallet.setPin('2741')).toBe(false)
    expect(await wallet.prove({ kind: 'password', password: '2741' }, always)).toMatchObject({ ok: false })
  })

  it('never comes near the disk', async () => {
    const { db, wallet } = await setUp()
    await wallet.setPin('2741')
    const tables = await Promise.all(db.tables.map((table) => table.toArray()))
    expect(JSON.stringify(tables)).not.toContain('missesLeft')
  })
})

describe('the confirmation code', () => {
  it('once confirmed is needed for every proof, is good once, and a wrong one costs a try', async () => {
    const { db, wallet } = await setUp()
    const codes = new ConfirmationCodes(booksOf(db, wallet))
    const made = await codes.make()
    if (!made.ok) throw new Error('not made')
    expect(await codes.isAsked(), 'not before it was confirmed').toBe(false)
    const now = Date.now()
    const at = (time: number) => TOTP.generate({ secret: Secret.fromBase32(made.value.secret), timestamp: time })
    expect((await codes.confirm(at(now + 600_000), now)).ok).toBe(false)
    expect((await codes.confirm(at(now), now)).ok).toBe(true)
    expect((await codes.make()).ok, 'one in use is not replaced').toBe(false)
    const proof = (code: string | null, time: number) => wallet.prove(byPassword, () => codes.accepts(byPassword, code, time))
    expect(await proof(null, now)).toEqual({ ok: false, error: { fault: 'wrong-code' } })
    expect(await proof(at(now), now), 'used by confirming').toEqual({ ok: false, error: { fault: 'wrong-code' } })
    expect((await proof(at(now + 60_000), now + 60_000)).ok).toBe(true)
    expect(await codes.accepts({ kind: 'recovery', code: '' }, null, now), 'the app may be what was lost').toBe(true)
    for (let tries = 0; tries < 5; tries += 1) await proof('000000', now + 60_000)
    expect(await proof(at(now + 120_000), now + 120_000)).toMatchObject({ ok: false, error: { fault: 'slowed' } })
  })
})

describe('the drill', () => {
  it('is due a week after the words were written down, and ends with three right ones', async () => {
    const { desk, words, proving } = await setUp()
    const due = async () => {
      const view = await desk.view()
      return view.ok ? view.value.drillDueAt : undefined
    }
    expect(await due()).toBeNull()
    await desk.wordsConfirmed(0)
    expect(await due()).toBe(7 * 86_400_000)
    const asked = (places: readonly number[]) => places.map((place) => ({ place, word: words[place - 1] ?? '' }))
    const wrong = [...asked([1, 5]), { place: 12, word: words[10] === words[11] ? 'zoo' : (words[10] ?? '') }]
    expect(await proving((proof) => desk.checkWords(wrong, proof, 1))).toEqual({ ok: true, value: { right: false } })
    expect(await due()).not.toBeNull()
    expect(await proving((proof) => desk.checkWords(asked([1, 5, 12]), proof, 2))).toEqual({ ok: true, value: { right: true } })
    expect(await due()).toBeNull()
  })
})

it('locking tells everything that holds a proof', async () => {
  const { wallet, shut } = await setUp()
  await wallet.lock()
  expect(shut).toHaveBeenCalledOnce()
})
