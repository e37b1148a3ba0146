/**
 * Every screen in every language and theme on one page of pictures, .cache/contact-sheet/index.html, which fails where
 * something does not fit or is still English:
 *
 *     npm run contact-sheet              all languages
 *     npm run contact-sheet -- de ar     these
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'

const run = (args: readonly string[]): number => spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, FARTHING_LANGUAGES: process.argv.slice(2).join(' ') } }).status ?? 1

rmSync('.cache/contact-sheet', { recursive: true, force: true })
mkdirSync('.cache/contact-sheet', { recursive: true })

process.exitCode =
  run(['--import', 'tsx', 'node_modules/webpack-cli/bin/cli.js', '--env', 'target=chrome', '--env', 'access=granted']) ||
  run(['node_modules/playwright/cli.js', 'test', '-c', 'e2e/sheet.config.ts', '--reporter=line'])
