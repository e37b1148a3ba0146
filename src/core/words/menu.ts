import { speakable } from './speakable'

/** What stands in the browser's own menus: those of a page, of a link, and of the button. English. */
export const menu = speakable('menu', {
  cost: 'Unlock this, or see what it costs',
  tip: 'Tip the writer',
  site: 'Find this site in my history',
  link: 'Find this link in my history',
  history: 'Open my history',
  lock: 'Lock now',
})
