import { Dexie } from 'dexie'
import * as v from 'valibot'
import { mostFundingBps } from '../core/fees/funding'
import { badges, noticeKinds, quietFirst } from '../core/notices/kinds'
import { networks } from '../core/networks/networks'
import { around } from './looking'
import type { FarthingDatabase } from './schema'

const networkId = v.picklist(networks.map(({ id }) => id))
/** How much room copies may take, in megabytes. */
const copyRooms = [50, 100, 250, 500, 1000] as const

const endpoint = v.pipe(v.string(), v.maxLength(300), v.url())

/** Each setting stands for itself: one that cannot be read falls back, the others stay as they were chosen. */
const schema = v.object({
  network: v.fallback(networkId, 'eip155:8453'),
  testNetworks: v.fallback(v.boolean(), false),
  endpoints: v.fallback(v.record(networkId, endpoint), {}),
  currency: v.fallback(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)), 'USD'),
  autoLockMinutes: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 15),
  cardInPages: v.fallback(v.boolean(), true),
  access: v.fallback(v.picklist(['everywhere', 'on-click']), 'on-click'),
  fundingBps: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostFundingBps)), 0),
  askAbove: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[0-9]{1,12}$/))), '2000000'),
  tipService: v.fallback(v.nullable(endpoint), null),
  policyHost: v.fallback(v.nullable(endpoint), null),
  keepCopies: v.fallback(v.boolean(), true),
  copiesMegabytes: v.fallback(v.picklist(copyRooms), 250),
  quiet: v.fallback(v.pipe(v.array(v.picklist(noticeKinds)), v.readonly()), quietFirst),
  badge: v.fallback(v.picklist(badges), 'price'),
})

/** As messaging/views tells them. Nothing secret: readable while the wallet is locked. */
export type StoredSettings = Readonly<v.InferOutput<typeof schema>>

export interface SettingsRepository {
  read(): Promise<StoredSettings>
  /** Reads, changes and writes in one transaction: two changes at once are both kept. Returns what holds now. */
  change(next: (current: StoredSettings) => StoredSettings): Promise<StoredSettings>
}

/**
 * The disk is asked once, and again after anything was written to the table: Dexie tells of every transaction that has, whoever
 * took it, before that one hears of its end. Within a transaction the disk is asked always.
 */
export function settingsRepository(db: FarthingDatabase): SettingsRepository {
  const fromDisk = async (): Promise<StoredSettings> => readSettings((await db.settings.get('settings'))?.value)
  let known: Promise<StoredSettings> | null = null
  const forget = (): void => {
    known = null
  }
  Dexie.on('storagemutated', (written) => {
    if (Object.keys(written).some((part) => part.startsWith(`idb://${db.name}/${db.settings.name}/`))) forget()
  })
  return {
    read: async () => {
      if (around() !== null) return fromDisk()
      known ??= fromDisk()
      known.catch(forget)
      return known
    },
    change: (next) =>
      db.transaction('rw', [db.settings], async () => {
        const value = readSettings(next(await fromDisk()))
        await db.settings.put({ id: 'settings', value })
        return value
      }),
  }
}

/** Settings as they were stored, or came with a file: what cannot be read falls back. */
export function readSettings(stored: unknown): StoredSettings {
  return v.parse(schema, typeof stored === 'object' && stored !== null ? stored : {})
}
