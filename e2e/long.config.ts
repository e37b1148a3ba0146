import { defineConfig } from 'playwright/test'
import config from './playwright.config'

/** What takes longer than everybody's test run may: `npm run test:long`. */
export default defineConfig({ ...config, testIgnore: [], testMatch: 'long/**/*.spec.ts' })
