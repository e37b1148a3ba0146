import { browser } from '../../platform/browser'

/** Opens the dashboard in a tab of its own. @param place what follows the '#', for example "/history" */
export async function openDashboard(place = ''): Promise<void> {
  await openPage(`dashboard.html${place === '' ? '' : `#${place}`}`)
}

export async function openOnboarding(): Promise<void> {
  await openPage('onboarding.html')
}

async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) })
}
