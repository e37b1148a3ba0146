import { decodeTransfer } from '../../core/authorization/transfer'
import { fromHex } from '../../core/hex'
import { findNetwork } from '../../core/networks/networks'
import { alarming } from '../../core/notices/kinds'
import { en as words } from '../../core/words/en'
import { reminders } from '../../core/words/reminders'
import type { Input, MessageType } from '../../messaging/contract'
import type { Settings } from '../../messaging/views'
import { siteOfTerms } from '../../store/spending-book'
import type { App } from '../app'
import { placeOf } from '../approval/approval-state'
import { inWords, onDay } from '../display'

/** Above this, somebody who was never paid before is paid only with a fresh proof: a dollar, in atomic units. */
const newPayeeLimit = 1_000_000n

type Stakes<K extends MessageType> = (input: Input<K>, app: App) => Promise<string | null>

/** What needs a fresh proof, and what it is asked for in words. A message that is not here needs none. */
const stakes: { readonly [K in MessageType]?: Stakes<K> } = {
  'slots.add': async ({ slot }) => words.stepUp.addSlot[slot.kind],
  'slots.addRecovery': async () => words.stepUp.addRecovery,
  'slots.remove': async ({ slot }, app) => words.stepUp.removeSlot(await app.security.nameOf(slot)),
  'words.read': async () => words.stepUp.showWords,
  'words.check': async () => words.stepUp.checkWords,
  'pin.set': async () => words.stepUp.setPin,
  'code.make': async () => words.stepUp.makeCode,
  'code.remove': async () => words.stepUp.removeCode,
  'backup.make': async () => words.stepUp.makeBackup,
  'export.begin': async () => words.books.save,
  'import.begin': async ({ rules }) => (rules ? words.books.takeInAll : words.books.takeIn),
  'purses.add': async () => words.stepUp.addPurse,
  'purses.find': async () => words.stepUp.findPurses,
  'purses.endpoint': purseEndpointStakes,
  'settings.change': async (input, app) => settingsStakes(input, await app.settings.read()),
  'limits.change': async ({ limits }, app) => ((await app.limits.raises(limits)) ? words.stepUp.limits : null),
  'allowances.add': allowanceStakes,
  'approval.agree': paymentStakes,
  'privacy.forget': async ({ scope }) => (scope.kind === 'site' ? words.stepUp.forgetSite(scope.site) : words.stepUp.forgetPeriod(onDay(scope.from), onDay(Math.max(scope.from, scope.to - 1)))),
  'privacy.keep': async ({ kind, days }, app) => ((await app.privacy.retention.isShorter(kind, days)) ? words.stepUp.keepShorter : null),
  'privacy.erase': async () => words.stepUp.erase,
  'watch.open': async ({ site }, app) => ((await app.policy.isListed(site)) ? words.stepUp.openListed(site) : null),
  'watch.set': async ({ guard, level }, app) => ((await app.watch.loosens(guard, level)) ? words.stepUp.watchLess : null),
}

/** The sentence a reader confirms before this message is obeyed, or null where it is obeyed at once. */
export async function stakesOf(type: MessageType, input: unknown, app: App): Promise<string | null> {
  // The table is typed row by row; looking a row up by a run-time name widens it.
  const row = stakes[type] as ((input: unknown, app: App) => Promise<string | null>) | undefined
  return row === undefined ? null : row(input, app)
}

/** Who the wallet listens to, which money it uses and how well it is guarded; everything else is a matter of taste. */
export function settingsStakes(input: Input<'settings.change'>, current: Settings): string | null {
  if (input.endpoint !== undefined && (current.endpoints[input.endpoint.network] ?? null) !== input.endpoint.url) return words.stepUp.endpoint
  if (input.tipService !== undefined && input.tipService !== null && input.tipService !== current.tipService) return words.stepUp.tipService
  if (input.network !== undefined && input.network !== current.network) return words.stepUp.network
  if (input.testNetworks !== undefined && input.testNetworks !== current.testNetworks) return words.stepUp.network
  if (input.askAbove !== undefined && input.askAbove !== current.askAbove) return words.stepUp.askAbove
  if (input.quiet !== undefined && alarming.some((kind) => input.quiet?.includes(kind) === true && !current.quiet.includes(kind))) return reminders.quieter
  if (input.autoLockMinutes !== undefined && input.autoLockMinutes > current.autoLockMinutes) return words.stepUp.autoLock
  return null
}

async function purseEndpointStakes({ purse, url }: Input<'purses.endpoint'>, app: App): Promise<string | null> {
  const { network } = await app.settings.read()
  const kept = await (await app.books())?.purses.kept()
  const current = kept?.endpoints.find((one) => one.purse === purse && one.network === network)?.url ?? null
  return current === url ? null : words.stepUp.endpoint
}

/** Speaks of the site on record. Where there is no such purchase the desk refuses, and that needs no proof. */
async function allowanceStakes({ purchase: id, perPayment, perDay, days }: Input<'allowances.add'>, app: App): Promise<string | null> {
  const purchase = await (await app.books())?.purchases.get(id)
  if (purchase === undefined || purchase === null) return null
  const { terms } = purchase
  const settings = await app.priced()
  const show = (atomic: string): string => inWords(BigInt(atomic), findNetwork(terms.network)?.token.decimals ?? 0, settings)
  return words.stepUp.allow(show(perPayment), show(perDay), siteOfTerms(terms), String(days))
}

/** Speaks of the bytes on the worker's own record. Other bytes than those are refused by the desk, and need no proof for that. */
async function paymentStakes({ approval, message }: Input<'approval.agree'>, app: App): Promise<string | null> {
  const asked = await app.approvals.find(approval)
  const books = await app.books()
  if (asked?.stage.type !== 'quoted' || asked.stage.quote.message !== message || books === null) return null
  const bytes = fromHex(message)
  const decoded = bytes === null ? null : decodeTransfer(bytes)
  if (decoded?.ok !== true) return null
  const { value, to, network } = decoded.value.authorization
  const settings = await app.priced()
  const large = settings.askAbove !== null && value > BigInt(settings.askAbove)
  const unknown = value > newPayeeLimit && !(await books.payees.knows(books.payeeTag(network, to)))
  const isFrozen = await app.watch.isFrozen()
  if (!large && !unknown && !isFrozen) return null
  const price = inWords(value, findNetwork(network)?.token.decimals ?? 0, settings)
  const { host } = placeOf(asked)
  if (isFrozen) return words.stepUp.payFrozen(price, host)
  return large ? words.stepUp.pay(price, host) : words.stepUp.payNew(price, host)
}
