import type { Settings } from '../messaging/views'
import { browser } from '../platform/browser'

const everywhere = '*://*/*'
const scriptId = 'detector'

/**
 * Puts the detector where the reader wants it: into every page, or nowhere until the button is clicked.
 * The permission itself is asked for by the page that shows the choice; without it nothing is registered.
 */
export async function applyAccess(access: Settings['access']): Promise<void> {
  const registered = (await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] })).length > 0
  const wanted = access === 'everywhere' && (await browser.permissions.contains({ origins: [everywhere] }))
  if (wanted && !registered) {
    await browser.scripting.registerContentScripts([
      { id: scriptId, js: ['detector.js'], matches: [everywhere], runAt: 'document_start', allFrames: false, persistAcrossSessions: true },
    ])
  }
  if (!wanted && registered) await browser.scripting.unregisterContentScripts({ ids: [scriptId] })
}
