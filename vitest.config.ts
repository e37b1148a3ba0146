import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'scripts/**/*.test.ts', 'risk/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    // By itself it leaves one core to a person who watches: on two cores that is one of two.
    maxWorkers: availableParallelism(),
  },
})
