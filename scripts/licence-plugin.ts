import { readFileSync } from 'node:fs'
import webpack from 'webpack'
import { licencesText, noticeOf, packageFolder } from './licences'

/** Writes licences.txt: what is asked for by the packages that the build is made of, and where its data are from. */
export class LicencePlugin {
  apply(compiler: webpack.Compiler): void {
    compiler.hooks.thisCompilation.tap('LicencePlugin', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL
      compilation.hooks.processAssets.tap({ name: 'LicencePlugin', stage }, () => {
        const { chunkGraph } = compilation
        const files = [...new Set(filesOf([...compilation.modules].filter((module) => chunkGraph.getNumberOfModuleChunks(module) > 0)))]
        const folders = new Set(files.map(packageFolder).filter((folder) => folder !== null))
        const text = licencesText(Array.from(folders, noticeOf), dataIn(files))
        compilation.emitAsset('licences.txt', new webpack.sources.RawSource(text))
      })
    })
  }
}

/** Modules that were put together are still told one by one. */
interface Inside {
  readonly resource?: string
  readonly modules?: Iterable<webpack.Module>
}

function filesOf(modules: Iterable<webpack.Module>): readonly string[] {
  return Array.from(modules).flatMap((module) => {
    const { resource, modules: inside } = module as webpack.Module & Inside
    if (inside !== undefined) return filesOf(inside)
    return resource === undefined ? [] : [resource]
  })
}

/** Lists in src/ say themselves where they are from. */
function dataIn(files: readonly string[]): readonly string[] {
  return files
    .filter((file) => packageFolder(file) === null && file.endsWith('.json'))
    .flatMap((file) => {
      const { source, copyright } = JSON.parse(readFileSync(file, 'utf8')) as { readonly source?: unknown; readonly copyright?: unknown }
      return typeof source === 'string' ? [[source, ...(typeof copyright === 'string' ? [`Copyright ${copyright}`] : [])].join(' ')] : []
    })
}
