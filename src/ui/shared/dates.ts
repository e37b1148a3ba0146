import { browser } from '../../platform/browser'

/** A day and minute as this reader writes them. @param at milliseconds since 1970 */
export function writeMoment(at: number): string {
  return new Date(at).toLocaleString(browser.i18n.getUILanguage(), { dateStyle: 'medium', timeStyle: 'short' })
}

/** The same to the second, where the order of things matters. @param at milliseconds since 1970 */
export function writeInstant(at: number): string {
  return new Date(at).toLocaleString(browser.i18n.getUILanguage(), { dateStyle: 'medium', timeStyle: 'medium' })
}

/** For `<time datetime>`. @param at milliseconds since 1970 */
export const machineTime = (at: number) => new Date(at).toISOString()
