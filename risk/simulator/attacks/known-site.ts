import { times } from '../money'
import { account, poisoned } from '../names'
import { minute, second } from '../payment'
import { inPlaceOf, knownSite, visits, type Family } from './scene'

/** A site that the reader trusts is broken into, or turns. */
export const knownSiteFamilies: readonly Family[] = [
  {
    name: 'payee swap',
    about: 'somebody else is paid on a known site, at the usual price, the next 1 to 6 visits',
    frozen: false,
    stage(scene) {
      const known = knownSite(scene)
      const payTo = account(scene.random)
      return known === null ? null : inPlaceOf(visits(scene, known.site, scene.random.whole(1, 6)), () => ({ payTo, asked: true }))
    },
  },
  {
    name: 'price tripled',
    about: 'a known site asks 2.5 to 4 times the usual price, the next 1 to 6 visits',
    frozen: false,
    stage(scene) {
      const known = knownSite(scene)
      const factor = scene.random.between(2.5, 4)
      return known === null ? null : inPlaceOf(visits(scene, known.site, scene.random.whole(1, 6)), () => ({ amount: times(known.usual, factor), asked: true }))
    },
  },
  {
    name: 'price creep',
    about: 'a known site asks 8 to 20 % more each visit, up to five times the usual price, 6 to 20 visits',
    frozen: false,
    stage(scene) {
      const known = knownSite(scene)
      const step = scene.random.between(1.08, 1.2)
      const visited = known === null ? [] : visits(scene, known.site, scene.random.whole(6, 20))
      if (known === null || visited.length < 4) return null
      return inPlaceOf(visited, (_, index) => ({ amount: times(known.usual, Math.min(5, step ** (index + 1))), asked: true }))
    },
  },
  {
    name: 'double charge',
    about: 'each of the next 1 to 8 visits to a known site is charged a second time, 2 to 60 s later, three times in four by the same name',
    frozen: false,
    stage(scene) {
      const known = knownSite(scene)
      const visited = known === null ? [] : visits(scene, known.site, scene.random.whole(1, 8))
      if (visited.length === 0) return null
      return { payments: visited.map((visit) => ({ ...visit, at: visit.at + Math.round(scene.random.between(2, 60) * second), title: scene.random.chance(0.75) ? visit.title : null })), replaced: new Set() }
    },
  },
  {
    name: 'poisoned payee',
    about: 'on a known site an account is paid that has the first and last 4 to 6 digits of the true one, 1 to 4 visits',
    frozen: false,
    stage(scene) {
      const known = knownSite(scene)
      if (known === null) return null
      const payTo = poisoned(scene.random, known.payTo, scene.random.whole(4, 6))
      return inPlaceOf(visits(scene, known.site, scene.random.whole(1, 4)), () => ({ payTo, asked: true }))
    },
  },
  {
    name: 'drain near the limits',
    about: 'a known site asks $1.20 to $2 again and again, 2 to 20 minutes apart, up to five times',
    frozen: false,
    stage(scene) {
      const known = knownSite(scene)
      const [first] = known === null ? [] : visits(scene, known.site, 1)
      if (known === null || first === undefined) return null
      let { at } = first
      const payments = Array.from({ length: scene.random.whole(1, 5) }, () => {
        at += Math.round(scene.random.between(2, 20) * minute)
        return { ...first, at, amount: BigInt(Math.round(scene.random.between(120, 200))) * 10_000n, asked: true, title: null }
      })
      return { payments, replaced: new Set([first]) }
    },
  },
]
