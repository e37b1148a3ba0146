/**
 * `npm run creator`: what writers take home, in dist/creator. Scripts for browsers (src/creator/tag), each alone in its file, and the
 * parts for servers and for the command line, which leave their npm packages to be installed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type BuildOptions, type Metafile } from 'esbuild'
import { scriptBudgets } from './budgets'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const source = join(root, 'src/creator')
export const creatorFolder = join(root, 'dist/creator')

/** Name of the file in the package, and what it is made of. */
const parts: Readonly<Record<string, string>> = {
  index: join(source, 'index.ts'),
  hono: join(source, 'hono.ts'),
  express: join(source, 'express.ts'),
  keys: join(source, 'keys.ts'),
  cli: join(source, 'cli/main.ts'),
}

const shared = { bundle: true, minify: true, legalComments: 'none', logLevel: 'warning' } satisfies BuildOptions

/**
 * The scripts for browsers: `pay-wall.js` and `pay-tip.js`, modules, and the worker that carries one payment to one page.
 * @throws when one is heavier than its budget
 */
export async function buildScripts(): Promise<void> {
  const forBrowsers = { ...shared, target: ['chrome111', 'firefox115', 'safari16.4'], platform: 'browser' } satisfies BuildOptions
  await Promise.all([
    build({ ...forBrowsers, entryPoints: { 'pay-wall': join(source, 'tag/pay-wall.ts'), 'pay-tip': join(source, 'tag/tip/pay-tip.ts') }, format: 'esm', outdir: creatorFolder }),
    build({ ...forBrowsers, entryPoints: { 'pay-wall-worker': join(source, 'tag/worker.ts') }, format: 'iife', outdir: creatorFolder }),
  ])
  for (const [name, budget] of Object.entries(scriptBudgets)) {
    const weight = gzipSync(readFileSync(join(creatorFolder, name)), { level: 9 }).length
    if (weight > budget) throw new Error(`${name} weighs ${weight} bytes gzipped; its budget is ${budget}.`)
  }
}

/** The package `farthing-creator`: everything, and a package.json that names what it needs. */
export async function buildCreator(): Promise<void> {
  rmSync(creatorFolder, { recursive: true, force: true })
  mkdirSync(creatorFolder, { recursive: true })
  await buildScripts()
  const entryPoints = Object.fromEntries(Object.entries(parts).filter(([, path]) => existsSync(path)))
  const { metafile } = await build({
    ...shared,
    entryPoints,
    outdir: creatorFolder,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
  })
  writeFileSync(join(creatorFolder, 'package.json'), `${JSON.stringify(manifest(Object.keys(entryPoints), metafile), null, 2)}\n`)
}

interface Manifest {
  readonly version: string
  readonly license: string
  readonly engines: object
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

function manifest(names: readonly string[], metafile: Metafile): object {
  const { version, license, engines, dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const known: Readonly<Record<string, string>> = { ...devDependencies, ...dependencies }
  const needed = packagesIn(metafile).map((name) => {
    const wanted = known[name]
    if (wanted === undefined) throw new Error(`The creator kit uses ${name}, which package.json does not name.`)
    return [name, wanted] as const
  })
  const modules = names.filter((name) => name !== 'cli').map((name) => [name === 'index' ? '.' : `./${name}`, `./${name}.js`] as const)
  return {
    name: 'farthing-creator',
    version,
    license,
    type: 'module',
    engines,
    ...(names.includes('cli') && { bin: { farthing: './cli.js' } }),
    exports: { ...Object.fromEntries(modules), ...Object.fromEntries(Object.keys(scriptBudgets).map((script) => [`./${script}`, `./${script}`])) },
    dependencies: Object.fromEntries(needed),
  }
}

/** Everything that is imported and not bundled, but what Node brings, in alphabetical order. */
function packagesIn({ outputs }: Metafile): readonly string[] {
  const paths = Object.values(outputs).flatMap(({ imports }) => imports.filter(({ external, path }) => external === true && !isBuiltin(path)))
  const names = paths.map(({ path }) => (path.startsWith('@') ? path.split('/').slice(0, 2) : path.split('/').slice(0, 1)).join('/'))
  return [...new Set(names)].sort()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCreator()
