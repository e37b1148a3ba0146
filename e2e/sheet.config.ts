import { defineConfig } from 'playwright/test'
import config from './playwright.config'

/** `npm run contact-sheet`: pictures of every screen, to be looked at. */
export default defineConfig({ ...config, testIgnore: [], testMatch: '**/e2e/sheet/**/*.spec.ts', workers: 1, timeout: 900_000 })
