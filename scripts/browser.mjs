import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * Where a Chromium that can load an unpacked extension lies, or null. Branded Chrome is not looked for: it no longer
 * loads extensions from the command line.
 * @returns {string | null}
 */
export function findChromium() {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...playwrights(),
  ]
  return places.find((place) => place !== undefined && existsSync(place)) ?? null
}

/**
 * Where a Firefox as people install it lies, or null. Debian's is an extended support release.
 * @returns {string | null}
 */
export function findFirefox() {
  const places = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']
  return places.find((place) => place !== undefined && existsSync(place)) ?? null
}

/** @returns {string[]} */
function playwrights() {
  try {
    return [createRequire(import.meta.url)('playwright').chromium.executablePath()]
  } catch {
    return []
  }
}
