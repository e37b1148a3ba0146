import { times } from '../money'
import { day, hour, minute, second, type Payment } from '../payment'
import { allowedSite, inPlaceOf, series, underAllowance, visits, type Family, type Scene } from './scene'

type Site = NonNullable<ReturnType<typeof allowedSite>>

/** Charges under an allowance, without a question. The first comes with a page that the reader has opened, the others by themselves. */
function unasked(scene: Scene, count: number, gap: () => number, amount: (site: Site) => bigint) {
  const site = allowedSite(scene)
  if (site === null) return null
  return underAllowance(series(scene, count, gap, (index) => charged(site, amount(site), index)), site.allowed)
}

const charged = ({ site, payTo }: Site, amount: bigint, index: number) => ({ site, payTo, amount, asked: false, kind: 'article' as const, ...(index > 0 && { isUnopened: true }) })

/** An allowance is used by somebody who is not the reader. No charge is above it, and no day. */
export const allowanceFamilies: readonly Family[] = [
  {
    name: 'drip',
    about: 'under an allowance, 10 to 60 charges of a tenth to a half of the usual price, 5 to 90 s apart',
    frozen: false,
    stage: (scene) => unasked(scene, scene.random.whole(10, 60), () => scene.random.between(5, 90) * second, ({ usual }) => times(usual, scene.random.between(0.1, 0.5))),
  },
  {
    name: 'burst',
    about: 'under an allowance, 6 to 40 charges of the usual price, 0.5 to 8 s apart',
    frozen: false,
    stage: (scene) => unasked(scene, scene.random.whole(6, 40), () => scene.random.between(0.5, 8) * second, ({ usual }) => usual),
  },
  {
    name: 'salami',
    about: 'under an allowance, 8 to 30 charges of 0.8 to 0.95 of the usual price, 3 to 20 minutes apart',
    frozen: false,
    stage: (scene) => unasked(scene, scene.random.whole(8, 30), () => scene.random.between(3, 20) * minute, ({ usual }) => times(usual, scene.random.between(0.8, 0.95))),
  },
  {
    name: 'night gaps',
    about: 'under an allowance, 6 to 20 charges of the usual price, 10 to 40 minutes apart, two hours after the last payment and on',
    frozen: false,
    stage(scene) {
      const later = { ...scene, at: scene.at + 2 * hour }
      return unasked(later, scene.random.whole(6, 20), () => scene.random.between(10, 40) * minute, ({ usual }) => usual)
    },
  },
  {
    name: 'split of one',
    about: 'under an allowance, one article is charged in 4 to 12 parts of 0.3 to 0.6 of the usual price, 3 to 20 s apart, the next 1 to 3 visits',
    frozen: false,
    stage(scene) {
      const site = allowedSite(scene)
      const visited = site === null ? [] : visits(scene, site.site, scene.random.whole(1, 3))
      if (site === null || visited.length === 0) return null
      const parts = scene.random.whole(4, 12)
      const share = scene.random.between(0.3, 0.6)
      const payments = visited.flatMap((visit) => {
        const { payments: parted } = series({ ...scene, at: visit.at }, parts, () => scene.random.between(3, 20) * second, (index) => charged(site, times(site.usual, share), index))
        return parted.map((part) => ({ ...visit, ...part, title: visit.title }))
      })
      return underAllowance({ payments, replaced: new Set(visited) }, site.allowed)
    },
  },
  {
    name: 'all that is allowed',
    about: 'each visit under an allowance costs all that one payment may, 4 to 12 visits',
    frozen: false,
    stage(scene) {
      const site = allowedSite(scene)
      const visited = site === null ? [] : visits(scene, site.site, scene.random.whole(4, 12)).filter(({ at }) => at < site.allowed.until)
      const incident = inPlaceOf(visited, () => ({ amount: site?.allowed.perPayment ?? 0n, asked: false }))
      return incident === null || site === null || site.allowed.perPayment * 10n < site.usual * 12n ? null : underAllowance(incident, site.allowed)
    },
  },
  {
    name: 'a day used up',
    about: 'under an allowance, on 3 days one after the other, charges of 0.5 to 1.5 of the usual price, 20 to 60 s apart, until the day is used up or 40 were made',
    frozen: true,
    stage(scene) {
      const days = [0, 1, 2].map((later) => ({ ...scene, at: scene.at + later * day }))
      const site = allowedSite(scene)
      if (site === null) return null
      const charge = (index: number) => charged(site, times(site.usual, scene.random.between(0.5, 1.5)), index)
      const payments = days.flatMap((one) => series(one, 40, () => scene.random.between(20, 60) * second, charge).payments)
      return underAllowance({ payments, replaced: new Set() }, site.allowed)
    },
  },
  {
    name: 'every press costs',
    about: 'under an allowance, each of the next 2 to 8 visits is followed by 1 to 3 further charges of the usual price, 5 to 60 s apart: the reader presses something in the page, and what opens is paid',
    frozen: true,
    stage(scene) {
      const site = allowedSite(scene)
      const visited = site === null ? [] : visits(scene, site.site, scene.random.whole(2, 8))
      if (site === null || visited.length === 0) return null
      const pressed = ({ at }: Payment) => series({ ...scene, at }, scene.random.whole(1, 3), () => scene.random.between(5, 60) * second, () => charged(site, site.usual, 0))
      const payments = visited.flatMap((visit) => pressed(visit).payments)
      return underAllowance({ payments, replaced: new Set() }, site.allowed)
    },
  },
]
