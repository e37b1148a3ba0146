import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright'
import type { Factor } from '../../src/messaging/contract'
import type { Way } from '../../src/messaging/views'
import { en as words } from '../../src/core/words/en'
import { SecurityPage } from '../pages/security'
import { UnlockForm } from '../pages/unlock'
import { Authenticator } from '../support/authenticator'
import { send, type Extension } from '../support/extension'
import { password, type Reader } from '../support/reader'
import { expect, test } from '../support/test'
import { long } from '../support/long'

test.use({ newlyInstalled: true })

const otherPassword = 'nine swifts above the mill'

/** The Security page of a reader, in front: the browser asks for a passkey only where the reader is looking. */
async function security({ extension, desk }: Reader): Promise<SecurityPage> {
  await (await extension.firstPage()).waitForLoadState()
  await desk.bringToFront()
  const page = new SecurityPage(desk)
  await page.open()
  return page
}

async function expectOpen({ extension, desk }: Reader): Promise<void> {
  await expect(desk.getByRole('link', { name: 'Overview' })).toBeVisible()
  expect(await extension.ask(desk, 'wallet.read', {})).toMatchObject({ state: 'unlocked' })
}

async function expectShut({ extension, desk }: Reader): Promise<void> {
  await expect(desk.getByRole('link', { name: 'Overview' })).toHaveCount(0)
  expect(await extension.ask(desk, 'wallet.read', {})).toMatchObject({ state: 'locked' })
}

async function lock(reader: Reader): Promise<UnlockForm> {
  await reader.lock()
  await expect(reader.desk.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible()
  return new UnlockForm(reader.desk)
}

async function wayOf(extension: Extension, page: Page, kind: Way['kind']): Promise<Way> {
  const { ways } = await extension.ask(page, 'wallet.read', {})
  const way = ways.find((one) => one.kind === kind)
  if (way === undefined) throw new Error(`there is no ${kind}`)
  return way
}

/** What the passkey of a way gives when it is asked without Farthing's code: 32 bytes in base64. */
async function askPasskey(page: Page, { passkey }: Way): Promise<string> {
  if (passkey === null) throw new Error('there is no passkey')
  return page.evaluate(async ({ credential, salt }) => {
    const bytes = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    const found = (await navigator.credentials.get({
      publicKey: {
        challenge: new Uint8Array(32),
        allowCredentials: [{ type: 'public-key', id: bytes(credential) }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: bytes(salt) } } },
      },
    })) as PublicKeyCredential
    const first = found.getClientExtensionResults().prf?.results?.first as ArrayBuffer
    return btoa(String.fromCharCode(...new Uint8Array(first)))
  }, passkey)
}

test('a passkey is added after a confirmation, opens the wallet, and confirms', async ({ reader }) => {
  const page = await security(reader)
  await Authenticator.for(reader.desk)

  await test.step('"not now" adds nothing', async () => {
    await page.addPasskey('My laptop')
    await expect(page.confirm.dialog).toContainText('Add a passkey that opens this wallet.')
    await page.confirm.dialog.getByRole('button', { name: 'Not now' }).click()
    await expect(page.confirm.dialog).toHaveCount(0)
    expect((await reader.extension.ask(reader.desk, 'wallet.read', {})).ways).toHaveLength(1)
  })

  await test.step('the password confirms it', async () => {
    await reader.desk.getByRole('button', { name: 'Make the passkey' }).click()
    await page.confirm.givePassword(password)
    await expect(reader.desk.getByText('“My laptop” opens this wallet from now on.')).toBeVisible()
    await expect(page.ways.filter({ hasText: 'My laptop' })).toContainText('Passkey')
  })

  await test.step('it opens the wallet without a password', async () => {
    const form = await lock(reader)
    await form.other('Use a passkey').click()
    await expect(form.password).toHaveCount(0)
    await form.submit()
    await expectOpen(reader)
  })

  await test.step('it confirms what needs a fresh proof', async () => {
    await page.open()
    await reader.desk.getByRole('button', { name: 'Show the words' }).click()
    await expect(page.confirm.dialog).toContainText('Show the twelve words of this wallet.')
    await page.confirm.dialog.getByRole('button', { name: 'Use a passkey' }).click()
    await page.confirm.dialog.getByRole('button', { name: 'Confirm' }).click()
    await expect(reader.desk.getByLabel('Your twelve words')).toBeVisible()
  })
})

test('with password and passkey together, and nothing else, neither opens anything alone', async ({ reader }) => {
  const { extension, desk } = reader
  const page = await security(reader)
  await Authenticator.for(desk)
  await page.addPasswordAndPasskey('Both', otherPassword)
  await page.confirm.givePassword(password)
  await expect(page.ways.filter({ hasText: 'Both' })).toContainText('this pair adds no strength')
  await page.remove('Password')
  await page.confirm.givePassword(password)
  await expect(page.ways).toHaveCount(1)
  await expect(page.ways).toContainText('This one has to stay until there is another')
  await expect(desk.getByRole('button', { name: /^Remove / })).toHaveCount(0)

  const way = await wayOf(extension, desk, 'password+passkey')
  const prf = await askPasskey(desk, way)
  const form = await lock(reader)

  await test.step('on screen: both are asked for, and the password that was removed is wrong', async () => {
    for (const name of ['Use the password', 'Use a passkey', 'Use a recovery code'] as const) await expect(form.other(name)).toHaveCount(0)
    await form.password.fill(password)
    await form.submit()
    await expect(desk.getByText(words.wrongFactor['password+passkey'])).toBeVisible()
    await expectShut(reader)
  })

  await test.step('by message: half of it opens nothing, under whatever name', async () => {
    const { slot } = way
    const halves: readonly Factor[] = [
      { kind: 'password', password },
      { kind: 'password', password: otherPassword },
      { kind: 'passkey', slot, prf },
    ]
    for (const factor of halves) expect(await send(desk, 'wallet.unlock', { factor })).toMatchObject({ ok: false, code: 'wrong-factor' })
    await expectShut(reader)
  })

  await test.step('both open it', async () => {
    await form.password.fill(otherPassword)
    await form.submit()
    await expectOpen(reader)
  })
})

test('a recovery code is shown once, and opens the wallet as people type it', async ({ reader }) => {
  const { extension, desk } = reader
  const page = await security(reader)
  const code = await page.addRecovery(password)
  expect(code).toMatch(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
  await desk.keyboard.press('Escape')
  await expect(desk.getByRole('group', { name: 'Recovery code' }), 'Escape does not put it away').toBeVisible()
  await page.codeWrittenDown()

  await test.step('it is nowhere afterwards', async () => {
    await desk.reload()
    await page.open()
    await expect(page.ways.filter({ hasText: 'Recovery code' })).toHaveCount(1)
    const answers = [await desk.content(), JSON.stringify([await extension.ask(desk, 'security.read', {}), await extension.ask(desk, 'wallet.read', {})])]
    for (const secret of [code, code.replaceAll('-', ''), code.slice(5, 14)]) expect(answers.join()).not.toContain(secret)
  })

  const form = await lock(reader)
  await form.other('Use a recovery code').click()

  await test.step('one wrong digit is noticed', async () => {
    const last = code.endsWith('7') ? '8' : '7'
    await form.code.fill(code.slice(0, -1) + last)
    await form.submit()
    await expect(desk.getByText(words.wrongFactor.recovery)).toBeVisible()
    await expectShut(reader)
  })

  await form.code.fill(` ${code.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l')} `)
  await form.submit()
  await expectOpen(reader)
})

test('when the device with the passkey is lost, it is said, and the other ways still open', long, async ({ reader }) => {
  test.setTimeout(150_000)
  const page = await security(reader)
  const lost = await Authenticator.for(reader.desk)
  await page.addPasskey('My phone')
  await page.confirm.givePassword(password)
  await expect(page.ways).toHaveCount(2)
  await lost.replaceByEmpty()
  const form = await lock(reader)

  await form.other('Use a passkey').click()
  await form.submit()
  await expect(reader.desk.getByText('The passkey was not used. Try again when you have it at hand.')).toBeVisible({ timeout: 75_000 })
  await expectShut(reader)

  await form.other('Use the password').click()
  await form.password.fill(password)
  await form.submit()
  await expectOpen(reader)

  await test.step('and it can be removed', async () => {
    await page.open()
    await page.remove('My phone')
    await page.confirm.givePassword(password)
    await expect(page.ways).toHaveCount(1)
    expect((await reader.extension.ask(reader.desk, 'wallet.read', {})).ways.map(({ kind }) => kind)).toEqual(['password'])
  })
})

test('another authenticator that claims to hold the passkey opens nothing', async ({ reader }) => {
  const { extension, desk } = reader
  const page = await security(reader)
  const own = await Authenticator.for(desk)
  await page.addPasskey('My phone')
  await page.confirm.givePassword(password)
  await expect(page.ways).toHaveCount(2)
  await own.replaceByImpostor()
  const form = await lock(reader)

  await form.other('Use a passkey').click()
  await form.submit()
  await expect(desk.getByText('This passkey cannot open a wallet in this browser. Use another way.')).toBeVisible()
  await expectShut(reader)

  await test.step('nor does what another one would make of the question', async () => {
    const { slot } = await wayOf(extension, desk, 'passkey')
    const factor = { kind: 'passkey', slot, prf: randomBytes(32).toString('base64') } as const
    expect(await send(desk, 'wallet.unlock', { factor })).toMatchObject({ ok: false, code: 'wrong-factor', sentence: words.wrongFactor.passkey })
    await expectShut(reader)
  })
})

test('an authenticator that cannot make key material is refused in words, and nothing is added', long, async ({ reader }) => {
  const page = await security(reader)
  await Authenticator.for(reader.desk, { hasPrf: false })
  await page.addPasskey('Old key')
  await expect(reader.desk.getByText(/This passkey cannot open a wallet/)).toBeVisible()
  await expect(page.confirm.dialog).toHaveCount(0)
  expect((await reader.extension.ask(reader.desk, 'wallet.read', {})).ways.map(({ kind }) => kind)).toEqual(['password'])
})
