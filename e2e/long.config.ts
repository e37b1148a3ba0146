import { defineConfig } from 'playwright/test'
import config from './playwright.config'

const { testIgnore, grepInvert, ...common } = config

/** What takes longer than everybody's test run may: `npm run test:long`. */
export default defineConfig({
  ...common,
  projects: [
    { name: 'long', testMatch: '**/e2e/long/**/*.spec.ts' },
    { name: 'everywhere', ...(testIgnore !== undefined && { testIgnore }), ...(grepInvert !== undefined && { grep: grepInvert }) },
  ],
})
