import type { Finding } from '../../core/risk/finding'
import { en as words } from '../../core/words/en'
import { locale } from '../../platform/locale'
import { onDay } from '../display'
import type { Show } from '../spending/spending-words'

const { found, why, aspects } = words.watch

/** "a, b and c" */
const list = (items: readonly string[]): string => new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items)

/** "8 seconds" */
const inSeconds = (seconds: number): string => new Intl.NumberFormat(locale(), { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(seconds)

/** "8 minutes" */
const inMinutes = (minutes: number): string => new Intl.NumberFormat(locale(), { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes)

/** What was found, in one sentence with the numbers in it. */
export function foundInWords(finding: Finding, show: Show): string {
  switch (finding.guard) {
    case 'payee-changed':
      return found['payee-changed'](String(finding.times))
    case 'payee-shared':
      return found['payee-shared'](list(finding.sites))
    case 'payee-similar':
      return found['payee-similar'](finding.site)
    case 'look-alike':
      return found['look-alike'](finding.like)
    case 'burst':
      return found.burst(String(finding.count), String(finding.seconds))
    case 'split':
      return found.split(String(finding.count), String(finding.minutes), show(finding.sum))
    case 'spree':
      return found.spree(String(finding.count), show(finding.sum))
    case 'newcomers':
      return found.newcomers(String(finding.count), String(finding.days), show(finding.sum))
    case 'dear-stranger':
    case 'pass-dear':
      return found[finding.guard](String(finding.times), show(finding.usual))
    case 'twice':
      return found.twice(inSeconds(finding.seconds))
    case 'same-name':
      return finding.minutes === 0 ? found['same-name-now'] : found['same-name'](inMinutes(finding.minutes))
    case 'creeping':
      return found.creeping(String(finding.steps), show(finding.from))
    case 'far-above':
      return found['far-above'](show(finding.highest))
    case 'above-allowed':
      return found['above-allowed'](show(finding.highest))
    case 'above-usual':
      return words.notice.dearer(String(finding.times), show(finding.usual))
    case 'already-bought':
      return words.notice.boughtBefore(onDay(finding.at))
    case 'two-dialects':
      return words.notice.disagreement[finding.about]
    case 'plain-http':
      return words.notice.insecure
    case 'unusual':
      return found.unusual(finding.oneIn.toLocaleString(locale()), list(finding.about.map((aspect) => aspects[aspect])))
    case 'blocked':
      return found.blocked[finding.reason]
    case 'unattended':
    case 'offer-false':
    case 'reported':
    case 'blocked-here':
      return found[finding.guard]
  }
}

/** "Why am I told this?" */
export const whyInWords = ({ guard }: Pick<Finding, 'guard'>): string => why[guard]
