import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import webpack from 'webpack'
import { bundleBudgets } from './budgets'

/** Source bytes of each package or room in a bundle, before minifying. */
export type BundleTree = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Where the trees of a build are left for scripts/size.ts. */
export const treeFile = (build: string) => join('.cache', `bundles-${build}.json`)

/** Fails the build when a bundle outgrows its budget, and notes what is in each bundle. */
export class BudgetPlugin {
  constructor(private readonly build: string) {}

  apply(compiler: webpack.Compiler): void {
    compiler.hooks.thisCompilation.tap('BudgetPlugin', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'BudgetPlugin', stage }, (assets) => {
        for (const [name, budget] of Object.entries(bundleBudgets)) {
          const asset = assets[name]
          if (asset === undefined) continue
          const size = gzipSync(asset.buffer(), { level: 9 }).length
          if (size > budget) compilation.errors.push(new webpack.WebpackError(`${name} is ${size} bytes gzipped; its budget is ${budget}.`))
        }
      })
    })
    compiler.hooks.done.tap('BudgetPlugin', (stats) => {
      mkdirSync('.cache', { recursive: true })
      writeFileSync(treeFile(this.build), `${JSON.stringify(readTree(stats), null, 2)}\n`)
    })
  }
}

/** Everything off but the modules of each chunk, however many, cached or not. */
const statsOfChunks = {
  all: false,
  ids: true,
  chunks: true,
  chunkModules: true,
  chunkModulesSpace: Infinity,
  nestedModules: true,
  nestedModulesSpace: Infinity,
  cachedModules: true,
  orphanModules: true,
  dependentModules: true,
}

function readTree(stats: webpack.Stats): BundleTree {
  const { chunks = [] } = stats.toJson(statsOfChunks)
  return Object.fromEntries(chunks.map((chunk) => [`${chunk.names[0] ?? String(chunk.id)}.js`, sumParts(chunk.modules ?? [])]))
}

function sumParts(modules: readonly webpack.StatsModule[]): Record<string, number> {
  const parts: Record<string, number> = {}
  for (const module of modules.flatMap(leaves)) {
    const part = partName(module.nameForCondition ?? '')
    if (part !== '') parts[part] = (parts[part] ?? 0) + (module.size ?? 0)
  }
  return parts
}

/** A concatenated module counts as the modules it was made of. */
const leaves = (module: webpack.StatsModule): readonly webpack.StatsModule[] => module.modules?.flatMap(leaves) ?? [module]

/** "preact" for a package, "src/core/money" for a room of this project. */
function partName(path: string): string {
  const inPackage = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)
  if (inPackage?.[1] !== undefined) return inPackage[1].replaceAll('\\', '/')
  return /src[\\/][^\\/]+(?:[\\/][^\\/.]+(?=[\\/]))?/.exec(path)?.[0].replaceAll('\\', '/') ?? ''
}
