import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Rooms without state: nothing of one test can be found by the next, so files are loaded once for all of them. */
const stateless = ['src/core/**/*.test.ts', 'src/languages/**/*.test.ts', 'scripts/**/*.test.ts', 'risk/**/*.test.ts']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 20_000,
    // By itself it leaves one core to a person who watches: on two cores that is one of two.
    maxWorkers: availableParallelism(),
    projects: [
      { extends: true, test: { name: 'stateless', include: stateless, environment: 'node', isolate: false } },
      { extends: true, test: { name: 'others', include: ['src/**/*.test.{ts,tsx}', 'demo/**/*.test.ts'], exclude: stateless, environment: 'node' } },
    ],
  },
})
