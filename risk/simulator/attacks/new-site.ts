import { price, times } from '../money'
import { account, disguised, siteName } from '../names'
import { day, hour, minute, type Payment } from '../payment'
import { knownSite, series, type Family, type Scene } from './scene'

const dollars = (scene: Scene, low: number, high: number): bigint => price(scene.random.between(low, high))
const stranger = (scene: Scene): Pick<Payment, 'site' | 'payTo' | 'kind' | 'asked'> => ({ site: siteName(scene.random), payTo: account(scene.random), kind: 'article', asked: true })

/** The middle one of the latest prices anywhere; null before there were three. */
function usualAnywhere({ watched: { wallet } }: Scene): bigint | null {
  if (wallet.amounts.length < 3) return null
  return [...wallet.amounts].sort((one, other) => (one < other ? -1 : 1))[wallet.amounts.length >> 1] ?? null
}

/** The reader is lured to sites that were made for it, and presses. */
export const newSiteFamilies: readonly Family[] = [
  {
    name: 'spree',
    about: '4 to 12 new sites with an account each within an hour, $0.10 to $0.80 each',
    frozen: false,
    stage: (scene) => series(scene, scene.random.whole(4, 12), () => scene.random.between(0.3, 5) * minute, () => ({ ...stranger(scene), amount: dollars(scene, 0.1, 0.8) })),
  },
  {
    name: 'one payee, many sites',
    about: '4 to 10 new sites that have the same account paid, $0.05 to $0.40 each, 1 to 30 hours apart',
    frozen: false,
    stage(scene) {
      const payTo = account(scene.random)
      return series(scene, scene.random.whole(4, 10), () => scene.random.between(1, 30) * hour, () => ({ ...stranger(scene), payTo, amount: dollars(scene, 0.05, 0.4) }))
    },
  },
  {
    name: 'look-alike',
    about: 'a site whose name is a disguise of a known one, 1 to 5 payments of 0.8 to 2 times the usual price there, 1 to 20 minutes apart',
    frozen: false,
    stage(scene) {
      const known = knownSite(scene)
      if (known === null) return null
      const site = { ...stranger(scene), site: disguised(scene.random, known.site) }
      const factor = scene.random.between(0.8, 2)
      return series(scene, scene.random.whole(1, 5), () => scene.random.between(1, 20) * minute, () => ({ ...site, amount: times(known.usual, factor) }))
    },
  },
  {
    name: 'dear at first sight',
    about: 'a new site asks 6 to 20 times what this reader usually pays, at least $0.80 and at most $2, once or twice',
    frozen: false,
    stage(scene) {
      const usual = usualAnywhere(scene)
      if (usual === null) return null
      const asked = Math.min(2, Math.max(0.8, (Number(usual) / 1_000_000) * scene.random.between(6, 20)))
      const site = { ...stranger(scene), amount: price(asked) }
      return series(scene, scene.random.whole(1, 2), () => scene.random.between(2, 30) * minute, () => site)
    },
  },
  {
    name: 'slow ring',
    about: '8 to 20 new sites with an account each, $0.20 to $0.50, 6 to 24 hours apart',
    frozen: false,
    stage: (scene) => series(scene, scene.random.whole(8, 20), () => scene.random.between(6, 24) * hour, () => ({ ...stranger(scene), amount: dollars(scene, 0.2, 0.5) })),
  },
  {
    name: 'sleeper',
    about: 'a new site asks $0.01 to $0.03 for 5 to 8 pieces, half a day to three days apart, then 8 to 20 times that, 4 times; the cheap ones count as part of it',
    frozen: true,
    stage(scene) {
      const site = stranger(scene)
      const cheap = dollars(scene, 0.01, 0.03)
      const patience = scene.random.whole(5, 8)
      const dear = times(cheap, scene.random.between(8, 20))
      return series(scene, patience + 4, () => scene.random.between(0.5, 3) * day, (index) => ({ ...site, amount: index < patience ? cheap : dear }))
    },
  },
  {
    name: 'called a pass',
    about: 'a known site asks 5 to 12 times its usual price, at most $2, and calls it a day pass, with no single piece beside it at what pieces cost, 1 to 3 times, 1 to 3 days apart',
    frozen: false,
    stage(scene) {
      const known = knownSite(scene)
      if (known === null) return null
      const amount = price(Math.min(2, (Number(known.usual) / 1_000_000) * scene.random.between(5, 12)))
      const charge = { site: known.site, payTo: known.payTo, amount, asked: true, kind: 'pass' as const, isAlone: true }
      return series(scene, scene.random.whole(1, 3), () => scene.random.between(1, 3) * day, () => charge)
    },
  },
  {
    name: 'tip jar taken over',
    about: 'tips on a known site go to another account, $0.50 to $2, 1 to 3 times, 1 to 6 days apart',
    frozen: true,
    stage(scene) {
      const known = knownSite(scene)
      if (known === null) return null
      const payTo = account(scene.random)
      const charge = () => ({ site: known.site, payTo, amount: dollars(scene, 0.5, 2), asked: true, kind: 'tip' as const })
      return series(scene, scene.random.whole(1, 3), () => scene.random.between(1, 6) * day, charge)
    },
  },
]
