import type { Frame, Page } from 'playwright'
import * as v from 'valibot'
import { contract, type MessageType } from '../../src/messaging/contract'
import type { ExtensionWorker } from '../support/driven'
import { extensionUrl } from '../support/extension'
import { password } from '../support/reader'
import { expect, test } from '../support/test'

/** Promise 5. Generated from the contract: a message added tomorrow is attacked tomorrow. */
const privileged = (Object.keys(contract) as MessageType[]).filter((type) => contract[type].from === 'own')

const someId = '00000000-0000-4000-8000-000000000000'
const someSlot = Buffer.alloc(16, 1).toString('base64')
const factor = { kind: 'password', password } as const

/** Inputs that would be good ones, so that a refusal is about who asks and not about what is asked. */
const inputs: Partial<Record<MessageType, unknown>> = {
  'wallet.create': { password: 'a password of some length' },
  'wallet.restore': { words: 'test '.repeat(11) + 'junk', password: 'a password of some length' },
  'wallet.unlock': { factor },
  'stepUp.begin': { act: { type: 'words.read', input: {} } },
  'stepUp.prove': { id: someId, factor },
  'pin.set': { pin: '471100', stepUp: someId },
  'code.make': { stepUp: someId },
  'code.confirm': { code: '471100' },
  'code.remove': { stepUp: someId },
  'words.check': { words: [1, 2, 3].map((place) => ({ place, word: 'test' })), stepUp: someId },
  'slots.add': { slot: { kind: 'password', name: 'Mine', password: 'a password of some length' }, stepUp: someId },
  'slots.addRecovery': { stepUp: someId },
  'slots.remove': { slot: someSlot, stepUp: someId },
  'slots.rename': { slot: someSlot, name: 'Mine' },
  'words.read': { stepUp: someId },
  'settings.change': { autoLockMinutes: 60, stepUp: someId },
  'limits.change': { limits: { day: '1000000' }, stepUp: someId },
  'library.list': { text: '', sort: 'newest', offset: 0, limit: 10 },
  'library.read': { id: someId },
  'library.remove': { id: someId },
  'library.keep': { id: someId },
  'allowances.add': { purchase: someId, perPayment: '50000', perDay: '250000', days: 30, stepUp: someId },
  'allowances.decline': { purchase: someId },
  'allowances.end': { id: someId },
  'watch.report': { payment: someId, fraud: true },
  'watch.block': { payment: someId },
  'watch.unblock': { site: 'news.example' },
  'watch.open': { site: 'news.example', stepUp: someId },
  'watch.uphold': { site: 'news.example' },
  'policy.read': { seen: true },
  'selling.page': {
    url: 'https://news.example/',
    status: 200,
    headers: {},
    isWhole: true,
    inPage: { tags: [], tips: [], accounts: { hasTipScript: false, links: [] }, linkedData: [], language: '', title: '', rootStyles: [] },
  },
  'selling.seller': { forSale: { kind: 'part', address: 'https://news.example/part', price: null }, page: 'https://news.example/', plain: null, beside: null },
  'policy.agree': { hash: 'ab'.repeat(32) },
  'policy.decline': { hash: 'ab'.repeat(32) },
  'watch.set': { guard: 'burst', level: 'off', stepUp: someId },
  'purses.balance': { purse: 0 },
  'purses.add': { name: 'Newspapers', stepUp: someId },
  'purses.find': { stepUp: someId },
  'purses.rename': { purse: 0, name: 'Mine' },
  'purses.assign': { site: 'news.example', purse: 0 },
  'purses.endpoint': { purse: 0, url: null, stepUp: someId },
  'tab.open': { item: 'x' },
  'tab.undo': { item: 'x' },
  'approval.read': { approval: someId },
  'approval.agree': { approval: someId, message: '0xabcd', stepUp: someId },
  'approval.decline': { approval: someId },
  'approval.signIn': { approval: someId, allow: true },
  'signIns.forget': { site: 'https://blog.example' },
  'backup.make': { passphrase: 'a passphrase of some length', stepUp: someId },
  'backup.read': { file: someSlot, line: 1, from: null },
  'export.begin': { wanted: { kind: 'document' }, stepUp: someId },
  'export.read': { run: someId },
  'import.begin': { rules: true, stepUp: someId },
  'import.add': { run: someId, lines: ['{}'] },
  'restore.begin': { line: '{}', passphrase: 'a passphrase of some length' },
  'restore.add': { restore: someId, line: 'AAAA' },
  'approval.refresh': { approval: someId },
  'payments.list': { before: null, limit: 10 },
  'payments.read': { id: someId },
  'payments.retry': { id: someId },
  'disputes.assess': { payment: someId, problem: 'not-delivered' },
  'disputes.preview': { payment: someId, problem: 'not-delivered', amount: '1', words: '', share: [] },
  'disputes.draft': { payment: someId, problem: 'not-delivered', draft: null },
  'disputes.file': { payment: someId, problem: 'not-delivered', amount: '1', words: '', share: [] },
  'disputes.read': { dispute: someId },
  'disputes.refresh': { dispute: someId },
  'disputes.note': { dispute: someId, what: 'sent' },
  'disputes.counter': { dispute: someId, words: 'No' },
  'disputes.escalate': { dispute: someId, to: 'ecc' },
  'disputes.close': { dispute: someId, outcome: 'abandoned' },
  'disputes.save': { dispute: someId },
  'refunds.look': { payment: someId },
  'refunds.answer': { payment: someId, candidate: 'x', isIt: true },
  'privacy.keep': { kind: 'door', days: 90, stepUp: someId },
  'privacy.weigh': { scope: { kind: 'site', site: 'blog.example' } },
  'privacy.forget': { scope: { kind: 'site', site: 'blog.example' }, stepUp: someId },
  'privacy.erase': { evenSo: true, stepUp: someId },
  'payments.label': { id: someId, note: 'Mine', tags: ['birds'] },
  'history.search': { text: 'wren', offset: 0, limit: 10 },
  'history.totals': { period: 'days30' },
}
const messages = privileged.map((type) => ({ type, input: inputs[type] ?? {} }))

interface Tried {
  readonly type: string
  readonly reply: unknown
}

/** Sends every message from our content script's world in a frame: what an attacker has who broke out of a page. */
async function fromContentScript(worker: ExtensionWorker, tabId: number, frameId: number): Promise<readonly Tried[]> {
  return worker.evaluate(
    async ([tab, frame, sent]) => {
      const [run] = await chrome.scripting.executeScript({
        target: { tabId: tab, frameIds: [frame] },
        args: [sent],
        func: async (all: { type: string; input: unknown }[]) => {
          const tried: { type: string; reply: unknown }[] = []
          for (const message of all) {
            const reply = await chrome.runtime.sendMessage(message).catch((fault: unknown) => String(fault))
            tried.push({ type: message.type, reply })
          }
          return tried
        },
      })
      return run?.result ?? []
    },
    [tabId, frameId, messages] as const,
  )
}

/** Sends every message from a script of the page itself, by every name the API could have there. */
async function fromPageScript(frame: Frame | Page): Promise<readonly Tried[]> {
  return frame.evaluate(
    async ([sent, id]) => {
      type Runtime = { sendMessage?: (id: string, message: unknown) => Promise<unknown> }
      const scope = globalThis as unknown as Record<string, { runtime?: Runtime } | undefined>
      const tried: { type: string; reply: unknown }[] = []
      for (const message of sent) {
        let reply: unknown = 'no way to send'
        for (const name of ['chrome', 'browser']) {
          const runtime = scope[name]?.runtime
          if (runtime?.sendMessage === undefined) continue
          reply = await runtime.sendMessage(id, message).catch((fault: unknown) => String(fault))
        }
        tried.push({ type: message.type, reply })
      }
      window.postMessage(sent, '*')
      return tried
    },
    [messages, new URL(extensionUrl('')).host] as const,
  )
}

function expectAllRefused(tried: readonly Tried[]): void {
  expect(tried.map(({ type }) => type)).toEqual(privileged)
  for (const { type, reply } of tried) {
    const answered = typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true
    expect(answered, `${type} was answered: ${JSON.stringify(reply)}`).toBe(false)
  }
}

test.describe('a page can ask, never spend', () => {
  test('what is sent is well-formed: a refusal is about who asks', () => {
    for (const { type, input } of messages) expect(v.safeParse(contract[type].input, input).issues ?? [], type).toEqual([])
  })

  test('every privileged message is refused to content scripts, frames and page scripts', async ({ reader, world }) => {
    const page = await reader.visit(world.articles.free)
    const worker = await reader.extension.worker()
    const tabId = await worker.evaluate(async (url) => {
      const tabs = await chrome.tabs.query({})
      return tabs.find((tab) => tab.url === url)?.id ?? -1
    }, page.url())
    const { extension, desk } = reader
    const state = async () => ({
      settings: await extension.ask(desk, 'settings.read', {}),
      wallet: await extension.ask(desk, 'wallet.read', {}),
      security: await extension.ask(desk, 'security.read', {}),
    })
    const before = await state()

    await test.step('a content script in the top frame', async () => {
      const tried = await fromContentScript(worker, tabId, 0)
      expectAllRefused(tried)
      for (const { reply } of tried) expect(reply).toMatchObject({ ok: false, code: 'forbidden' })
    })

    await test.step('a sandboxed frame, and a script inside it', async () => {
      await page.evaluate(async () => {
        const frame = document.createElement('iframe')
        frame.setAttribute('sandbox', 'allow-scripts')
        frame.src = location.href
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
        document.body.append(frame)
        await loaded
      })
      const frameId = await worker.evaluate(async (tab) => {
        const runs = await chrome.scripting.executeScript({ target: { tabId: tab, allFrames: true }, func: () => 0 })
        return runs.find((run) => run.frameId !== 0)?.frameId ?? -1
      }, tabId)
      expectAllRefused(await fromContentScript(worker, tabId, frameId))
      const sandboxed = page.frames().find((frame) => frame !== page.mainFrame())
      if (sandboxed !== undefined) expectAllRefused(await fromPageScript(sandboxed))
    })

    await test.step('a script of the page', async () => expectAllRefused(await fromPageScript(page)))

    await test.step('an extension page framed by the page does not load', async () => {
      const framed = await page.evaluate(async (url) => {
        const frame = document.createElement('iframe')
        frame.src = url
        const settled = new Promise((resolve) => {
          frame.addEventListener('load', resolve)
          frame.addEventListener('error', resolve)
        })
        document.body.append(frame)
        await settled
        return frame.contentDocument === null
      }, extensionUrl('approval.html'))
      expect(framed).toBe(true)
      const inside = page.frames().find((frame) => frame.url().startsWith(extensionUrl('')))
      expect(inside).toBeUndefined()
    })

    await test.step('nothing was changed by any of it', async () => {
      expect(await state()).toEqual(before)
      expect(before.wallet).toMatchObject({ state: 'unlocked', backedUp: true, waitUntil: null })
    })
  })
})
