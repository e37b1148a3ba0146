/**
 * Whether anybody is kept out of a screen (docs/ACCESSIBILITY.md):
 *
 *     npm run test:access              every screen in all languages
 *     npm run test:access -- de ar     in these
 */
import { spawnSync } from 'node:child_process'

const run = (args: readonly string[]): number => spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, FARTHING_LANGUAGES: process.argv.slice(2).join(' ') } }).status ?? 1

process.exitCode =
  run(['--import', 'tsx', 'node_modules/webpack-cli/bin/cli.js', '--env', 'target=chrome', '--env', 'access=granted']) ||
  run(['node_modules/playwright/cli.js', 'test', '-c', 'e2e/access.config.ts', '--reporter=line'])
