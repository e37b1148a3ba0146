import { defineConfig } from 'playwright/test'
import config from './playwright.config'

/** `npm run test:access`: nobody is kept out of any screen, in any language. */
export default defineConfig({ ...config, testIgnore: [], testMatch: '**/e2e/access/**/*.spec.ts', timeout: 1_800_000 })
