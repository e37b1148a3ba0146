import { readAllWhileInstalling } from '../languages/load'
import { speakChosen } from '../languages/speak-chosen'
import { browser } from '../platform/browser'
import { onLanguageChosen } from '../platform/language'
import { createRouter } from '../messaging/router'
import type { MessageSender } from '../platform/runtime'
import { applyAccess } from './access'
import { createApp } from './app'
import { handlers } from './handlers'
import { showMenu } from './menu/menu'
import { MenuDesk, openHistory } from './menu/menu-desk'
import { notices } from './notices'
import { announcedBy, takeBackAll } from './payment/announcement'
import { guard } from './step-up/guard'

/** The worker's entry: listeners are added at once, so that the event that woke it is heard. */
const app = createApp()
const self = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin }
const heard = ({ kind }: { readonly kind: 'own' | 'page' }): void => {
  if (kind === 'own') void keepOpen()
  void app.exportLines.heard()
}
/** Nothing is said before it is known in which language. */
let spoken = speakChosen()
const route = createRouter(handlers, app, self, heard, (type, input) => guard(type, input, app), () => spoken)

/** Messages that are being answered. */
const asked = new Set<Promise<unknown>>()

browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) => {
  const answer = route(message, sender)
  if (answer !== undefined) {
    asked.add(answer)
    void answer.finally(() => asked.delete(answer))
  }
  return answer
})

readAllWhileInstalling()
onLanguageChosen(() => {
  spoken = speakChosen()
  void spoken.then(showMenu).then(() => app.changed('language'))
})

app.observer.listen()
const stopAnnounced = (notification: string): void => {
  const purchase = announcedBy(notification)
  if (purchase !== null) void app.unasked.stop(purchase)
}
/** Adding the same listener again changes nothing. */
const listenToNotices = (): void => notices()?.onClicked.addListener(stopAnnounced)
listenToNotices()

browser.permissions.onAdded.addListener(() => {
  app.observer.listen()
  listenToNotices()
  permissionsChanged()
  void spoken.then(() => app.pages.askAgain())
})
browser.permissions.onRemoved.addListener(permissionsChanged)
function permissionsChanged(): void {
  void app.settings.read().then(({ access }) => applyAccess(access))
  // What is open shows what the browser allows.
  app.changed('settings')
}

browser.tabs.onRemoved.addListener((tabId) => {
  void app.payments.navigations.end(tabId, { type: 'interrupted', why: 'tab-closed' })
  void app.pages.left(tabId)
  void app.approvals.tabClosed(tabId)
})

browser.alarms.onAlarm.addListener(({ name }) => void spoken.then(() => onAlarm(name)))
function onAlarm(name: string): void {
  if (app.wallet.isAutoLock(name)) void lock()
  else if (app.privacy.retention.isTimer(name)) void app.privacy.retention.sweep(Date.now())
  else if (app.policy.isTimer(name)) void app.policy.onTimer()
  else if (app.chores.isTimer(name)) void app.chores.onTimer()
  else if (app.settlements.isTimer(name)) void app.settlements.lookAtAll()
  else void app.payments.navigations.onAlarm(name)
}

browser.runtime.onInstalled.addListener(({ reason }) => {
  void spoken.then(showMenu)
  void app.settings.read().then(({ access }) => applyAccess(access))
  if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('onboarding.html') })
})

// The system's own lock, and a computer put to sleep, which most systems lock.
browser.idle.onStateChanged.addListener((state) => {
  if (state === 'locked') void lock()
})
// The network is back: what was waiting for an answer is found out at once, not at the next round.
addEventListener('online', () => {
  void app.settlements.lookAtAll()
  void app.chores.attendAll()
})
browser.commands.onCommand.addListener((command) => {
  if (command === 'lock') void lock()
  if (command === 'history') void openHistory()
})
const menuDesk = new MenuDesk({ ...app, lock })
browser.contextMenus.onClicked.addListener((press, tab) => void spoken.then(() => menuDesk.pressed(press, tab)))
// The browser may speak another language since it was closed.
browser.runtime.onStartup.addListener(() => void spoken.then(showMenu))

app.wallet.onOpened((opened) => app.security.logOpening('unlocked', opened, Date.now()))
// Nobody who opens the wallet waits for what goes.
app.wallet.onOpened(async (opened) => void app.wordsReminder.opened(opened, Date.now()))
app.wallet.onOpened(async () => void app.privacy.retention.begin())
app.wallet.onOpened(async () => void app.policy.begin())
app.wallet.onOpened(async () => void app.chores.attendAll().then(() => app.disputeNews.showWaiting()))
app.wallet.onOpened(async () => {
  await app.payments.resume()
  for (const page of await app.pages.all()) await app.pageDesk.pageChanged(page)
  void app.copies.resume()
})
void start()

/** What was under way waits no longer for an answer to whoever woke the worker. Milliseconds. */
const patienceMs = 400

/** After a start or a sleep: no header stays armed, nothing is announced any more, and then what was under way is found out. */
async function start(): Promise<void> {
  await spoken
  void takeBackAll()
  await app.payments.navigations.tidy()
  // An answer would wait for every payment that is under way to be opened.
  await Promise.race([Promise.allSettled(asked), new Promise((resolve) => setTimeout(resolve, patienceMs))])
  await app.payments.resume()
  await app.copies.resume()
}

async function lock(): Promise<void> {
  await app.wallet.lock()
  app.changed('wallet')
  app.changed('approval')
}

async function keepOpen(): Promise<void> {
  await app.wallet.touch((await app.settings.read()).autoLockMinutes)
}
