import type { Page } from 'playwright'
import { OnboardingPage } from '../../e2e/pages/onboarding'
import { SettingsPage } from '../../e2e/pages/settings'
import { extensionUrl, type Extension } from '../../e2e/support/extension'
import { password, Reader } from '../../e2e/support/reader'
import type { World } from '../world/index'
import type { Camera } from './camera'

const sheet = { width: 900, height: 720 }
export const desktop = { width: 1280, height: 860 }

/** Makes a wallet as a new reader does, in the tab that opens when the extension is installed. Ends in the dashboard. */
export async function makeWallet({ context }: Extension, camera: Camera): Promise<Page> {
  const onboarding = new OnboardingPage(await installedTab(context))
  const { page } = onboarding
  await page.bringToFront()
  await camera.take(page, 'onboarding-1-welcome', sheet)
  await onboarding.begin()
  await camera.take(page, 'onboarding-2-password')
  await onboarding.choosePassword(password)
  const words = await onboarding.readWords()
  await camera.take(page, 'onboarding-3-words')
  await onboarding.writtenDown()
  await onboarding.answer(words)
  await page.getByRole('button', { name: /^On every site/ }).waitFor()
  await camera.take(page, 'onboarding-4-access')
  await onboarding.lookOnEverySite()
  await page.getByRole('button', { name: 'Open my purse' }).waitFor()
  await camera.take(page, 'onboarding-5-purse')
  const opened = context.waitForEvent('page')
  await onboarding.finish()
  const dashboard = await opened
  await page.close()
  return dashboard
}

/** Switches to the network of this machine. The reader is whoever sits at `dashboard` from now on. */
export async function goLocal(extension: Extension, world: World, dashboard: Page, camera: Camera): Promise<Reader> {
  await dashboard.goto(extensionUrl('dashboard.html#/settings'))
  await new SettingsPage(dashboard).useLocalNetwork(world.chain.endpoint, password)
  await camera.take(dashboard, 'settings', desktop)
  return Reader.at(extension, world, dashboard)
}

async function installedTab(context: Extension['context']): Promise<Page> {
  const isOnboarding = (page: Page) => page.url() === extensionUrl('onboarding.html')
  return context.pages().find(isOnboarding) ?? (await context.waitForEvent('page', { predicate: isOnboarding }))
}
