import { randomBytes } from 'node:crypto'
import { blockListOf } from '../../src/core/risk/block-list'
import { contract, type Factor, type Input, type MessageType, type Reply } from '../../src/messaging/contract'
import { en as words } from '../../src/core/words/en'
import { askHonestly } from '../hostile/answers'
import { expect, test } from '../hostile/test'
import { twoPurchases } from '../support/allowance'
import { confirmationCode } from '../support/confirmation-code'
import { nameServer } from '../support/host-log'
import { send, type Asked, type GuardedType } from '../support/extension'
import { PolicyHost } from '../support/policy-host'
import { password, type Reader } from '../support/reader'

/**
 * What cannot be taken back lightly needs a fresh proof for exactly that: every message whose contract has `stepUp`, tried
 * without one and with every proof but the right one. That a proof is worthless after two minutes needs a clock that can
 * be set, and no worker in a browser has one: src/background/step-up/step-ups.test.ts.
 */

/** A message as it is sent, and another of the same type for which the reader gives a proof. Null where there is only one. */
interface Act {
  readonly name: string
  readonly type: GuardedType
  readonly input: object
  readonly other: object | null
}

const act = <K extends GuardedType>(name: string, type: K, input: Asked<K>, other: Asked<K> | null): Act => ({ name, type, input, other })

const guarded = (Object.keys(contract) as MessageType[]).filter((type) => 'stepUp' in contract[type].input.entries)
const inventedId = '00000000-0000-4000-8000-000000000000'

/** A reader with a passkey, whose proofs cost no derivation, and a second password that can be removed. */
async function withPasskey({ extension, desk }: Reader): Promise<{ readonly factor: Factor; readonly passkey: string; readonly second: string }> {
  const random = () => randomBytes(32).toString('base64')
  const passkey = { kind: 'passkey', name: 'Passkey', credential: random(), salt: random(), rpId: null, prf: random() } as const
  await extension.askGuarded(desk, 'slots.add', { slot: passkey }, password)
  const second = { kind: 'password', name: 'Second', password: 'a second password of length' } as const
  await extension.askGuarded(desk, 'slots.add', { slot: second }, password)
  const { slots } = await extension.ask(desk, 'security.read', {})
  const idOf = (name: string): string => slots.find((slot) => slot.name === name)?.slot ?? ''
  return { factor: { kind: 'passkey', slot: idOf('Passkey'), prf: passkey.prf }, passkey: idOf('Passkey'), second: idOf('Second') }
}

const local = 'eip155:31337' as const

const settingsActs: readonly Act[] = [
  act('another endpoint', 'settings.change', { endpoint: { network: local, url: 'http://127.0.0.1:9/' } }, { endpoint: { network: local, url: null } }),
  act('never asking', 'settings.change', { askAbove: null }, { askAbove: '999999999999' }),
  act('staying open longer', 'settings.change', { autoLockMinutes: 60 }, { autoLockMinutes: 30 }),
  act('more than was proved', 'settings.change', { autoLockMinutes: 60, askAbove: null }, { askAbove: null, autoLockMinutes: 30 }),
  act('another network', 'settings.change', { network: 'eip155:8453' }, { network: 'eip155:84532' }),
  act('somebody to bring tips', 'settings.change', { tipService: 'https://tips.example/' }, { tipService: 'https://others.example/' }),
  act('test networks', 'settings.change', { testNetworks: false }, { testNetworks: false, currency: 'EUR' }),
  act('a watch that looks away', 'watch.set', { guard: 'burst', level: 'off' }, { guard: 'split', level: 'off' }),
]

const openingListed = act('a site that is listed', 'watch.open', { site: 'cheat.example' }, { site: 'another.example' })

/** What is lower than what holds needs no proof, also beside what is higher: it is the whole message that is confirmed. */
const limitActs: readonly Act[] = [
  act('more for one payment', 'limits.change', { limits: { payment: '5000000' } }, { limits: { payment: '6000000' } }),
  act('more, beside less', 'limits.change', { limits: { tip: '1', month: '90000000' } }, { limits: { month: '90000000' } }),
]

const slotActs = ({ passkey, second }: { readonly passkey: string; readonly second: string }): readonly Act[] => [
  act('another password', 'slots.add', { slot: newPassword('mine') }, { slot: newPassword('theirs') }),
  act('a recovery code', 'slots.addRecovery', {}, null),
  act('one way less', 'slots.remove', { slot: second }, { slot: passkey }),
  act('the words', 'words.read', {}, null),
  act('a look at three words', 'words.check', { words: threeWords('test') }, { words: threeWords('junk') }),
  act('a backup file', 'backup.make', { passphrase: 'a passphrase that is mine' }, { passphrase: 'a passphrase that is theirs' }),
  act('a readable copy', 'export.begin', { wanted: { kind: 'document' } }, { wanted: { kind: 'table', timeZone: 'UTC', from: null, to: null } }),
  act('payments from a file', 'import.begin', { rules: false }, { rules: true }),
  act('less kept', 'privacy.keep', { kind: 'door', days: 90 }, { kind: 'door', days: 180 }),
  act('forgetting', 'privacy.forget', { scope: { kind: 'site', site: 'nobody.example' } }, { scope: { kind: 'site', site: 'others.example' } }),
  act('a PIN', 'pin.set', { pin: '471100' }, { pin: '0000' }),
]

/** Whoever makes, finds or redirects a purse decides where money is and who hears of it. */
const purseActs: readonly Act[] = [
  act('another purse', 'purses.add', { name: 'Mine' }, { name: 'Theirs' }),
  act('somebody else to ask about a purse', 'purses.endpoint', { purse: 1, url: 'http://127.0.0.1:9/' }, { purse: 1, url: 'https://rpc.example/' }),
  act('nobody else to ask about it', 'purses.endpoint', { purse: 1, url: null }, { purse: 1, url: 'https://rpc.example/' }),
]

const confirmationCodeActs: readonly Act[] = [act('a confirmation code', 'code.make', {}, null), act('no confirmation code', 'code.remove', {}, null)]

/** What it does is tried in e2e/journeys/privacy.spec.ts. */
const erasing = act('erasing everything', 'privacy.erase', { evenSo: false }, { evenSo: true })

const threeWords = (word: string) => [1, 2, 3].map((place) => ({ place, word }))

const newPassword = (whose: string) => ({ kind: 'password', name: whose, password: `a password that is ${whose}` }) as const

/** The endpoint that is chosen here: nobody listens there. */
test.beforeAll(() => nameServer('http://127.0.0.1:9', 'an endpoint where nobody is'))

/** What these messages could have changed. */
async function state({ extension, desk }: Reader) {
  // How long it has been open is no part of it: it begins anew with every opening.
  const { events, slots, pin, code, drillDueAt } = await extension.ask(desk, 'security.read', {})
  expect(events.length, 'only the newest fifty are told').toBeLessThan(50)
  const done = events.map(({ kind }) => kind).filter((kind) => !['proved', 'unlocked', 'failed'].includes(kind))
  const settings = await extension.ask(desk, 'settings.read', {})
  const { limits } = await extension.ask(desk, 'limits.read', {})
  const allowances = await extension.ask(desk, 'allowances.read', {})
  const { guards } = await extension.ask(desk, 'watch.read', {})
  // What they hold is looked at by whatever page is open.
  const purses = (await extension.ask(desk, 'purses.read', {})).purses.map(({ purse, name, sites, endpoint }) => ({ purse, name, sites, endpoint }))
  const { retention } = await extension.ask(desk, 'privacy.read', {})
  const opened = (await extension.ask(desk, 'policy.read', { seen: false })).opened.map(({ site }) => site)
  return { settings, limits, allowances, guards, purses, retention, opened, security: { slots, pin, code, drillDueAt }, done, payments: await extension.ask(desk, 'payments.list', { before: null, limit: 100 }) }
}

/** Sends an act with a proof of this name, or with none. */
function sendAct({ desk }: Reader, { type, input }: Act, stepUp?: string): Promise<Reply<GuardedType>> {
  return send(desk, type, (stepUp === undefined ? input : { ...input, stepUp }) as Input<GuardedType>)
}

/** Every wrong proof there is. Nothing happens, and the reader is asked. */
async function expectGuarded(reader: Reader, tried: Act, factor: Factor): Promise<void> {
  const { extension, desk } = reader
  const elsewhere = tried.type === 'slots.addRecovery' ? 'words.read' : 'slots.addRecovery'
  const before = await state(reader)
  const begun = await extension.ask(desk, 'stepUp.begin', { act: { type: tried.type, input: tried.input } })
  const forOtherAct = await extension.prove(desk, elsewhere, {}, factor)
  const forOtherInput = tried.other === null ? null : await extension.prove(desk, tried.type, tried.other, factor)
  const refusals = [
    ['no proof', await sendAct(reader, tried), begun.sentence],
    ['an invented one', await sendAct(reader, tried, inventedId), words.stepUp.none],
    ['one that was asked for and not given', await sendAct(reader, tried, begun.id), words.stepUp.none],
    ['one for another act', await sendAct(reader, tried, forOtherAct), words.stepUp['other-act']],
    ...(forOtherInput === null ? [] : [['one for another input', await sendAct(reader, tried, forOtherInput), words.stepUp['other-act']] as const]),
  ] as const
  for (const [proof, reply, sentence] of refusals) expect(reply, `${tried.name} with ${proof}`).toEqual({ ok: false, code: 'step-up', sentence })
  expect(await state(reader), tried.name).toEqual(before)
}

/** The right proof works, once. */
async function expectOnce(reader: Reader, tried: Act, factor: Factor): Promise<void> {
  const before = await state(reader)
  const stepUp = await reader.extension.prove(reader.desk, tried.type, tried.input, factor)
  expect(await sendAct(reader, tried, stepUp), tried.name).toMatchObject({ ok: true })
  const after = await state(reader)
  expect(after, `${tried.name} did something`).not.toEqual(before)
  const again = await sendAct(reader, tried, stepUp)
  // What is set already needs no proof to be set again; everything else is asked about anew.
  if (['settings.change', 'limits.change', 'watch.set', 'purses.endpoint', 'privacy.keep'].includes(tried.type)) expect(again).toMatchObject({ ok: true })
  else expect(again, `${tried.name}, again`).toMatchObject({ ok: false, code: 'step-up' })
  expect(await state(reader), `${tried.name}, again`).toEqual(after)
}

test.describe('a fresh proof cannot be skipped', () => {
  test.setTimeout(120_000)

  test('every guarded message is among those tried here', () => {
    const tried = [...settingsActs, ...limitActs, ...slotActs({ passkey: '', second: '' }), ...confirmationCodeActs, ...purseActs].map(({ type }) => type)
    expect(new Set<string>([...tried, 'purses.find', erasing.type, openingListed.type, 'allowances.add', 'approval.agree'])).toEqual(new Set(guarded))
  })

  test('ways in and the twelve words', async ({ reader }) => {
    const { factor, ...slots } = await withPasskey(reader)
    for (const tried of slotActs(slots)) {
      await test.step(tried.name, async () => {
        await expectGuarded(reader, tried, factor)
        await expectOnce(reader, tried, factor)
      })
    }
  })

  test('erasing everything', async ({ reader }) => {
    const { factor } = await withPasskey(reader)
    await expectGuarded(reader, erasing, factor)
  })

  test('purses, and who is asked about them', async ({ reader }) => {
    const { factor } = await withPasskey(reader)
    for (const tried of purseActs) {
      await test.step(tried.name, async () => {
        await expectGuarded(reader, tried, factor)
        await expectOnce(reader, tried, factor)
      })
    }
    // Finding none changes nothing: only that it is guarded can be tried.
    await expectGuarded(reader, act('a look for other purses', 'purses.find', {}, null), factor)
  })

  test('the confirmation code, and what it is asked for beside', async ({ reader }) => {
    const { extension, desk } = reader
    const { factor } = await withPasskey(reader)
    const [making, removing] = confirmationCodeActs
    if (making === undefined || removing === undefined) throw new Error('nothing to try')
    await expectGuarded(reader, making, factor)
    await expectGuarded(reader, removing, factor)
    const recovery = await extension.askGuarded(desk, 'slots.addRecovery', {}, password)
    const stepUp = await extension.prove(desk, 'code.make', {}, factor)
    const { secret } = await extension.ask(desk, 'code.make', { stepUp })
    expect(await sendAct(reader, making, stepUp), 'the proof is used').toMatchObject({ ok: false, code: 'step-up' })
    const [now, next] = [confirmationCode(secret), confirmationCode(secret, 1)]
    await extension.ask(desk, 'code.confirm', { code: now })

    const { id, code } = await extension.ask(desk, 'stepUp.begin', { act: { type: 'code.remove', input: {} } })
    expect(code).toBe(true)
    for (const wrong of [null, now, confirmationCode(secret, 40)]) {
      expect(await send(desk, 'stepUp.prove', { id, factor, code: wrong }), `with ${String(wrong)}`).toMatchObject({ ok: false, code: 'wrong-factor' })
    }
    expect(await sendAct(reader, removing, id)).toMatchObject({ ok: false, code: 'step-up' })
    // Where the device with the app is lost, the recovery code stands alone.
    await extension.prove(desk, 'words.read', {}, { kind: 'recovery', code: recovery.code })
    expect((await state(reader)).security.code).toBe(true)
    const proved = await extension.prove(desk, 'code.remove', {}, factor, next)
    expect(await sendAct(reader, removing, proved)).toMatchObject({ ok: true })
    expect((await state(reader)).security.code).toBe(false)
  })

  test('settings that guard the money', async ({ reader }) => {
    const { factor } = await withPasskey(reader)
    for (const tried of [...settingsActs, ...limitActs]) {
      await test.step(tried.name, async () => {
        await expectGuarded(reader, tried, factor)
        if (tried.name === 'more than was proved') return
        await expectOnce(reader, tried, factor)
        if (tried.name === 'staying open longer') await reader.extension.ask(reader.desk, 'settings.change', { autoLockMinutes: 15 })
      })
    }
  })

  test('opening a site that is listed', async ({ reader }) => {
    const host = await PolicyHost.start()
    try {
      host.policy({})
      host.feeds({ listed: { 'takes-the-words': '', pretends: '', 'takes-and-keeps': Buffer.from(blockListOf(['cheat.example', 'another.example'])).toString('base64') } })
      await reader.extension.ask(reader.desk, 'settings.change', { policyHost: host.url })
      await reader.extension.ask(reader.desk, 'policy.look', {})
      const { factor } = await withPasskey(reader)
      await expectGuarded(reader, openingListed, factor)
      await expectOnce(reader, openingListed, factor)
    } finally {
      await host.close()
    }
  })

  test('small prices without a question', async ({ reader }) => {
    const { factor } = await withPasskey(reader)
    const purchase = await twoPurchases(reader)
    const asked = { purchase, perPayment: '50000', perDay: '250000', days: 30 } as const
    const tried = act('less a day', 'allowances.add', asked, { ...asked, perDay: '300000' })
    await expectGuarded(reader, tried, factor)
    await expectOnce(reader, tried, factor)
    await test.step('what cannot be allowed is refused, also with a proof', async () => {
      const before = await state(reader)
      for (const change of [{ perPayment: '1000001' }, { perPayment: '100000', perDay: '50000' }, { purchase: inventedId }]) {
        const input = { ...asked, ...change }
        expect(await send(reader.desk, 'allowances.add', input), JSON.stringify(change)).toMatchObject({ ok: false })
        expect((await state(reader)).allowances).toEqual(before.allowances)
      }
    })
  })

  test('a proof for a setting does not carry another one along', async ({ reader }) => {
    const { factor } = await withPasskey(reader)
    const { extension, desk } = reader
    const before = await state(reader)
    const stepUp = await extension.prove(desk, 'settings.change', { askAbove: '3000000' }, factor)
    const smuggled = { askAbove: '3000000', endpoint: { network: local, url: 'https://chain.example/' }, stepUp } as const
    expect(await send(desk, 'settings.change', smuggled)).toMatchObject({ ok: false, code: 'step-up' })
    expect(await state(reader)).toEqual(before)
  })

  test('a proof is no leave for what is never allowed: an endpoint over plain http', async ({ reader }) => {
    const { extension, desk } = reader
    const before = await state(reader)
    for (const url of ['http://chain.example/', 'ftp://chain.example/', 'javascript:alert(1)']) {
      const input = { endpoint: { network: local, url } }
      const stepUp = await extension.prove(desk, 'settings.change', input, { kind: 'password', password })
      expect(await send(desk, 'settings.change', { ...input, stepUp }), url).toMatchObject({ ok: false, code: 'refused', sentence: words.badEndpoint })
    }
    const { settings } = await state(reader)
    expect(settings).toEqual(before.settings)
  })

  test('settings of taste and stricter ones ask for nothing', async ({ reader: { extension, desk } }) => {
    await extension.ask(desk, 'settings.change', { currency: 'CHF', cardInPages: false, access: 'on-click', autoLockMinutes: 5 })
    expect(await send(desk, 'stepUp.begin', { act: { type: 'settings.change', input: { currency: 'USD' } } })).toMatchObject({ ok: false, code: 'refused' })
  })

  const payments = {
    'a payment above the limit of the reader': '2000001',
    'a payment above a dollar to somebody new': '1000001',
  }
  for (const [name, amount] of Object.entries(payments)) {
    test(name, async ({ reader, evil }) => {
      evil.serve('/dear', (exchange) => askHonestly(exchange, { amount }))
      const { factor } = await withPasskey(reader)
      await reader.allow({ payment: '5000000' })
      const { page, payButton } = await reader.ask(await reader.visit(evil.url('/dear')))
      await expect(payButton).toBeVisible()
      const approval = new URL(page.url()).searchParams.get('approval') ?? ''
      const view = await reader.extension.ask(reader.desk, 'approval.read', { approval })
      const message = view.state === 'ready' ? view.quote.message : ''
      const otherNonce = message.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
      const tried = act(name, 'approval.agree', { approval, message }, null)

      await expectGuarded(reader, tried, factor)
      // Other bytes than those on the worker's own record are nothing that could be confirmed, and are refused.
      const other = { type: 'approval.agree', input: { approval, message: otherNonce } } as const
      expect(await send(reader.desk, 'stepUp.begin', { act: other })).toMatchObject({ ok: false, code: 'refused' })
      expect(await send(reader.desk, other.type, other.input)).toMatchObject({ ok: false, code: 'refused' })
      expect(evil.payments).toEqual([])
      const stepUp = await reader.extension.prove(reader.desk, tried.type, tried.input, factor)
      expect(await sendAct(reader, tried, stepUp)).toMatchObject({ ok: true })
      await expect.poll(() => evil.payments.length).toBe(1)
      await sendAct(reader, tried, stepUp)
      expect(await reader.payments()).toHaveLength(1)
      expect(evil.payments).toHaveLength(1)
    })
  }

  test('a payment of a dollar to somebody new asks for nothing', async ({ reader, evil }) => {
    evil.serve('/dollar', (exchange) => askHonestly(exchange, { amount: '1000000' }))
    const approval = await reader.ask(await reader.visit(evil.url('/dollar')))
    await approval.agree()
    await expect.poll(() => evil.payments.length).toBe(1)
  })

  test('a proof dies with the worker, and when the wallet is locked', async ({ reader }) => {
    const { extension, desk } = reader
    const { factor, ...slots } = await withPasskey(reader)
    const endings = {
      'the worker is killed': () => extension.killWorker(desk),
      'the wallet is locked and opened again': async () => {
        await reader.lock()
        await extension.ask(desk, 'wallet.unlock', { factor })
      },
    }
    for (const [name, end] of Object.entries(endings)) {
      for (const tried of slotActs(slots)) {
        const stepUp = await extension.prove(desk, tried.type, tried.input, factor)
        const before = await state(reader)
        await end()
        expect(await sendAct(reader, tried, stepUp), `${tried.name} after ${name}`).toMatchObject({ ok: false, code: 'step-up' })
        expect(await state(reader), tried.name).toEqual(before)
      }
      const { id } = await extension.ask(desk, 'stepUp.begin', { act: { type: 'words.read', input: {} } })
      await end()
      expect(await send(desk, 'stepUp.prove', { id, factor, code: null }), `a question from before ${name}`).toMatchObject({ ok: false, code: 'refused' })
    }
  })

  test('wrong proofs are counted like wrong tries at the door, of whatever kind', async ({ reader }) => {
    const { extension, desk } = reader
    const { factor, passkey } = await withPasskey(reader)
    const { id } = await extension.ask(desk, 'stepUp.begin', { act: { type: 'words.read', input: {} } })
    const prf = randomBytes(32).toString('base64')
    const wrong: readonly Factor[] = [
      { kind: 'password', password: `${password}!` },
      { kind: 'passkey', slot: passkey, prf },
      { kind: 'password+passkey', slot: passkey, password, prf },
      { kind: 'recovery', code: 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA' },
      { kind: 'password', password: '' },
    ]
    for (const one of wrong) expect(await send(desk, 'stepUp.prove', { id, factor: one, code: null }), one.kind).toMatchObject({ ok: false, code: 'wrong-factor' })
    expect(await send(desk, 'stepUp.prove', { id, factor, code: null }), 'the right one, too early').toMatchObject({ ok: false, code: 'refused' })
    const { waitUntil } = await extension.ask(desk, 'wallet.read', {})
    expect(waitUntil).toBeGreaterThan(Date.now())
    expect(await send(desk, 'words.read', { stepUp: id })).toMatchObject({ ok: false, code: 'step-up' })
    await reader.lock()
    expect(await send(desk, 'wallet.unlock', { factor }), 'the door knows of them').toMatchObject({ ok: false, code: 'refused' })
  })
})
