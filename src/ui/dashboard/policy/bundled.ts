import type { PolicyText } from '../../../core/policy/text'
import { privacy } from './privacy-text'
import { areas, promises, type Area } from './promises'
import { terms } from './terms-text'
import { words } from './words'

/** Of the day all of them were first written. They are not edited afterwards: other words come as a policy, and wait for a yes (bundled.test.ts). */
export const bundledVersion = '2026-11-30'

const isArea = (area: string): area is Area => area in areas

/** What the wallet came with, in the language that is spoken. */
export const bundled = {
  terms,
  privacy,
  get promises(): PolicyText {
    return {
      title: words.promises,
      lines: Object.keys(areas).filter(isArea).flatMap((area) => [`## ${areas[area]}`, ...promises.filter((one) => one.area === area).map(({ text }) => text)]),
    }
  },
} satisfies Record<string, PolicyText>

export const textIds = ['terms', 'privacy', 'promises'] as const satisfies readonly (keyof typeof bundled)[]
