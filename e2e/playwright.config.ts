import { defineConfig } from 'playwright/test'

/** Real browser, real chain. Each worker has its own world, so tests of different files do not share money. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  testIgnore: ['**/e2e/long/**', '**/e2e/sheet/**', '**/e2e/access/**'],
  // See support/long.
  grepInvert: /@long/,
  outputDir: '../test-results',
  globalSetup: './support/build-kit.ts',
  globalTeardown: './support/check-hosts.ts',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  // As many as the cores of the smallest machine this runs on: with one more, each takes twice as long.
  workers: 2,
  // Shared CI machines stall for seconds. A test that needed its second try is reported as flaky, by name.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: true,
})
