import polyfill from 'webextension-polyfill'

/** The extension API with promises in every browser. Nothing outside src/platform imports the polyfill. */
export const browser = polyfill
export type { Alarms, Runtime, Tabs, WebRequest, Windows } from 'webextension-polyfill'
