import { gzipSync } from 'node:zlib'
import webpack from 'webpack'
import { bundleBudgets } from './budgets'

/** Fails the build when a bundle outgrows its budget. */
export class BudgetPlugin {
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
  }
}
