import { defineConfig } from 'playwright/test'
import config from './playwright.config'

// This file is read by every process of a run, before any test is.
process.env['FARTHING_BROWSER'] = 'firefox'

/** The main job, the vault, never twice, the dialects, the price and disputes. */
const driven = [
  ...['unlock-document', 'unlock-fragment', 'declined', 'not-enough'],
  ...['begin', 'locked', 'comes-home'],
  ...['two-tabs', 'interrupted'],
  'dialects',
  ...['fees', 'price-rises'],
  'disputes',
]

/** The same tests in Debian's Firefox. */
export default defineConfig({ ...config, testMatch: driven.map((name) => `**/journeys/${name}.spec.ts`), outputDir: '../test-results/firefox' })
