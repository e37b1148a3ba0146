import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a reader installs, or the same with access to sites given: for browsers nobody sits at. */
export type Build = 'chrome' | 'chrome-granted'

const sources = ['src', 'public', 'scripts', 'manifest.json', 'webpack.config.ts', 'package-lock.json']

/**
 * Builds `dist/<name>`, unless nothing has changed since this was done last.
 * @throws when the build fails; what is wrong has been printed by then.
 */
export function buildIfStale(name: Build): void {
  // Not a file of the build: webpack leaves those alone whose content stays the same.
  const stamp = join('.cache', `built-${name}`)
  const began = new Date()
  if (existsSync(join('dist', name, 'manifest.json')) && existsSync(stamp) && statSync(stamp).mtimeMs >= newestChange(sources)) return
  console.log(`Building the extension (dist/${name}) …`)
  const access = name === 'chrome-granted' ? ['--env', 'access=granted'] : []
  const webpack = ['--import', 'tsx', join('node_modules', 'webpack-cli', 'bin', 'cli.js'), '--env', 'target=chrome', ...access]
  const { status } = spawnSync(process.execPath, webpack, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error('The extension could not be built.')
  mkdirSync('.cache', { recursive: true })
  writeFileSync(stamp, '')
  utimesSync(stamp, began, began)
}

/** When a file was last written or, in a folder, added or taken away. Milliseconds since 1970. */
function newestChange(paths: readonly string[]): number {
  return Math.max(...paths.map((path) => {
    const { mtimeMs } = statSync(path)
    if (!statSync(path).isDirectory()) return mtimeMs
    return Math.max(mtimeMs, newestChange(readdirSync(path).map((name) => join(path, name))))
  }))
}
