import * as v from 'valibot'
import { jsonOf } from '../../core/export/document'
import { addWish, type Wish } from '../../core/protocols/named/wishes'
import type { Rules } from '../../core/risk/judgement'
import type { Limits } from '../../core/spending/limits'
import { signInsSchema, wishesSchema } from '../../store/keepsakes'
import { allowancesSchema, limitsSchema, noAllowances, type Allowances } from '../../store/spending-codec'
import { readSettings, type SettingsRepository, type StoredSettings } from '../../store/settings'
import { rulesSchema } from '../../store/watch-codec'
import type { Books } from '../books'
import { pursesSchema, readPurses, type PursesSection } from './purses-section'

type Sections = Readonly<Record<string, unknown>>

/** What an export document holds beside the payments: what the reader has chosen, allowed and said. */
export async function readSections(books: Books, settings: SettingsRepository): Promise<Sections> {
  const { purchases, keepsakes } = books
  const purses = await readPurses(books)
  const { levels, exceptions, reported, blocked } = await purchases.watch.rules()
  const { allowances, declined } = (await purchases.spending.allowances.read()) ?? noAllowances
  return {
    settings: await settings.read(),
    limits: await purchases.spending.limitsInForce(),
    watch: { levels, exceptions, reported, ...(blocked.length > 0 && { blocked }) },
    // Without what was spent under them: that is told by the payments.
    allowances: allowances.map(({ id, site, network, asset, payTo, perPayment, perDay, since, until }) => ({ id, site, network, asset, payTo, perPayment, perDay, since, until })),
    allowancesDeclined: declined,
    signIns: (await keepsakes.signIns.read())?.sites ?? [],
    wishes: (await keepsakes.wishes.read())?.wishes ?? [],
    ...(purses !== null && { purses }),
  }
}

/** What decides over money and over who learns something. Allowances are not among it: they are given on a device, and never brought to one. */
const ruling = ['settings', 'limits', 'watch', 'allowancesDeclined', 'signIns', 'purses'] as const

/** The sections of a file that this version knows; others are left alone. */
export interface KnownSections {
  readonly settings: StoredSettings
  readonly limits: Limits
  readonly watch: Rules
  readonly declined: Allowances['declined']
  readonly signIns: v.InferOutput<typeof signInsSchema>
  readonly wishes: readonly Wish[]
  /** Null where the file tells of none. */
  readonly purses: PursesSection | null
}

/** Null where a section is not of its shape, or is missing: the file is damaged. */
export function checkSections(given: Sections): KnownSections | null {
  const limits = v.safeParse(limitsSchema, given['limits'])
  // The schema is that of the whole record. When the purse was freed is no matter of a file.
  const watch = v.safeParse(rulesSchema, isObject(given['watch']) ? { ...given['watch'], freedAt: 0 } : null)
  const allowances = v.safeParse(allowancesSchema, { allowances: [], declined: given['allowancesDeclined'] })
  const signIns = v.safeParse(signInsSchema, { sites: given['signIns'] })
  const wishes = v.safeParse(wishesSchema, { wishes: given['wishes'] })
  const purses = v.safeParse(v.optional(pursesSchema), given['purses'])
  if (!purses.success || !isObject(given['settings']) || !limits.success || !watch.success || !allowances.success || !signIns.success || !wishes.success) return null
  return {
    settings: readSettings(given['settings']),
    limits: limits.output,
    watch: watch.output,
    declined: allowances.output.declined,
    signIns: signIns.output,
    wishes: wishes.output.wishes,
    purses: purses.output ?? null,
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Writes what the reader has said about payments and pages; and, if they want that, their rules in the place of those here. */
export async function writeSections(known: KnownSections, rules: boolean, { purchases, keepsakes }: Books, settings: SettingsRepository): Promise<void> {
  await keepsakes.wishes.change((current) => ({ wishes: [...known.wishes.reduce<readonly Wish[]>(addWish, current?.wishes ?? [])] }))
  await purchases.watch.changeRules((current) => {
    const reported = [...current.reported, ...known.watch.reported.filter(({ purchase }) => !current.reported.some((one) => one.purchase === purchase))]
    const blocked = [...current.blocked, ...known.watch.blocked.filter(({ site }) => !current.blocked.some((one) => one.site === site))]
    const said = { ...current, reported, blocked }
    return rules ? { ...said, levels: known.watch.levels, exceptions: known.watch.exceptions } : said
  })
  if (!rules) return
  await settings.change(() => known.settings)
  await purchases.spending.limits.change(() => known.limits)
  await keepsakes.signIns.change(() => known.signIns)
  await purchases.spending.allowances.change((current) => ({ allowances: current?.allowances ?? [], declined: known.declined }))
}

/** Whether the rules in a file are others than those here. */
export const hasOtherRules = (given: Sections, here: Sections): boolean => ruling.some((name) => jsonOf(given[name]) !== jsonOf(here[name]))
