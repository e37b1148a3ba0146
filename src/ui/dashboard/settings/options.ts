import { badges } from '../../../core/notices/kinds'
import { networks, type NetworkId } from '../../../core/networks/networks'
import type { Input } from '../../../messaging/contract'
import type { Settings } from '../../../messaging/views'
import { words as library } from '../library/words'
import { words } from '../words'
import { words as signals } from './words'
import type { Option } from '../../shared/select'

export type Currency = Exclude<Input<'settings.change'>['currency'], undefined>
export type AutoLock = Exclude<Input<'settings.change'>['autoLockMinutes'], undefined>

const currencyCodes: readonly Currency[] = ['USD', 'EUR', 'GBP', 'JPY', 'KRW', 'CHF']
const minutes: readonly AutoLock[] = [1, 5, 15, 30, 60]

/** Currencies by name in the reader's language. @param locale BCP 47 */
export function currencyOptions(locale: string): readonly Option<Currency>[] {
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'currency' })
  return currencyCodes.map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` }))
}

export const autoLockOptions = (): readonly Option<AutoLock>[] => minutes.map((value) => ({ value, label: words.settings.autoLocks[value] }))

export const badgeOptions = (): readonly Option<Settings['badge']>[] => badges.map((value) => ({ value, label: signals.badges[value] }))

const rooms: readonly Settings['copiesMegabytes'][] = [50, 100, 250, 500, 1000]

export const roomOptions = (): readonly Option<Settings['copiesMegabytes']>[] => rooms.map((value) => ({ value, label: library.settings.rooms[value] }))

/** Test networks are offered only when the reader wants them, and the active one always. */
export function networkOptions({ testNetworks, network }: Pick<Settings, 'testNetworks' | 'network'>): readonly Option<NetworkId>[] {
  return networks.filter(({ id, test }) => testNetworks || !test || id === network).map(({ id, label }) => ({ value: id, label }))
}
