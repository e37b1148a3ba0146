import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import CopyPlugin from 'copy-webpack-plugin'
import { EsbuildPlugin } from 'esbuild-loader'
import MiniCssExtractPlugin from 'mini-css-extract-plugin'
import webpack, { type Chunk, type ChunkGraph, type Configuration, type Module, type WebpackPluginInstance } from 'webpack'
import manifest from './manifest.json' with { type: 'json' }
import packageJson from './package.json' with { type: 'json' }
import { BudgetPlugin } from './scripts/budget-plugin'
import { changedFiles } from './scripts/html-sinks'
import { LicencePlugin } from './scripts/licence-plugin'
import { deriveManifest, type Access, type Target } from './scripts/manifest'
import { handedOver } from './src/languages/load'
import { offered, type Tag } from './src/core/words/languages'
import { ShellPlugin } from './scripts/shell-plugin'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Webpack's own, which finds more that nobody uses than esbuild does. It is named here for one thing: by itself it takes the
 * licences out of the code, and the verifier leaves the package.
 */
const MinimizerPlugin = createRequire(createRequire(import.meta.url).resolve('webpack'))('minimizer-webpack-plugin') as new (options: object) => WebpackPluginInstance

const languageFiles = /^language-/

/**
 * A single letter beyond Latin makes the browser hold all of a file's text, and look through it, at two bytes a character, whenever
 * the worker wakes: such letters are written as escapes. Languages have too many of them.
 */
const minimizer = (files: { readonly include?: RegExp; readonly exclude?: RegExp }, format: object): WebpackPluginInstance =>
  new MinimizerPlugin({ ...files, extractComments: false, minimizerOptions: { compress: { passes: 2 }, format: { comments: 'some', ...format } } })

/** One file each, named after the key: the manifest, the html shells and scripting.executeScript know these names. */
const entries = {
  background: './src/background/main.ts',
  detector: './src/content/detector.ts',
  hints: './src/content/hints.ts',
  tips: './src/content/tips.ts',
  purifier: './src/content/purifier.ts',
  card: './src/content/card.ts',
  keeper: './src/content/keeper.ts',
  popup: './src/ui/popup/main.tsx',
  approval: './src/ui/approval/main.tsx',
  dashboard: './src/ui/dashboard/main.tsx',
  onboarding: './src/ui/onboarding/main.tsx',
  verifier: './src/verifier/main.ts',
}

/** One file each, whose words go to whoever has loaded it (src/languages/load.ts). */
const languages = Object.fromEntries(
  offered.filter((tag: Tag) => tag !== 'en').map((tag) => [`language-${tag}`, { import: `./src/languages/${tag}/index.ts`, library: { name: handedOver, type: 'var', export: 'default' } }]),
)

const browserVersions = { chrome: 'chrome123', firefox: 'firefox142' } as const satisfies Record<Target, string>

/** Pages of the extension's own. What several of them need lies in the package once; their html loads it (scripts/shell-plugin.ts). */
const pages = ['popup', 'approval', 'dashboard', 'onboarding']
/** Pieces of the dashboard that are fetched when they are opened (src/ui/dashboard/pages.ts). */
const isScreen = ({ name }: Chunk) => name?.startsWith('screen-') === true
const isPage = (chunk: Chunk) => pages.includes(chunk.name ?? '') || isScreen(chunk)

/** Where a page's module lies: by itself, or in a file that none loads for nothing but parts of what all of them need. */
function placeOf(chunks: readonly Chunk[]): string | null {
  if (chunks.length < 2) return null
  if (chunks.every(isScreen)) return 'bits'
  return chunks.every((chunk) => isScreen(chunk) || chunk.name === 'dashboard' || chunk.name === 'onboarding') ? 'two' : 'shared'
}

const sharedAs = (name: string) => ({
  name,
  chunks: isPage,
  enforce: true,
  test: (module: Module, { chunkGraph }: { readonly chunkGraph: ChunkGraph }) => placeOf([...chunkGraph.getModuleChunksIterable(module)].filter(isPage)) === name,
})

/** What checks receipts, in the worker and in the file that a reader saves. */
const checksReceipts = ({ name }: Chunk) => name === 'background' || name === 'verifier'

/** Content scripts share nothing: each is put into pages as one file. */
const shared = {
  /** The lists of guessable passwords are large. */
  passwords: { name: 'passwords', chunks: isPage, test: /@zxcvbn-ts|fastest-levenshtein|core.(password|packed)/, enforce: true, priority: 1 },
  screens: sharedAs('bits'),
  large: sharedAs('two'),
  every: sharedAs('shared'),
  proofs: { name: 'proofs', chunks: checksReceipts, minChunks: 2, enforce: true },
}

/**
 * DOMPurify comes from a file of its own, which is put into a page before the first bought piece, and loaded by the dashboard's
 * html. It is looked up when it is used: the card is in its page before it.
 */
const purifier = 'purifier.js'
const withoutPurifier: NonNullable<Configuration['externals']> = ({ request, contextInfo }, done) => {
  const isElsewhere = request === 'dompurify' && !contextInfo.issuer.endsWith('purifier.ts')
  done(undefined, isElsewhere ? "var ({ __esModule: true, get default() { return globalThis[Symbol.for('farthing.purifier')] } })" : undefined)
}

/** Keys of the tests in the place of those of a release, for the build for driven browsers and no other. */
export function withTestRelease(wanted: { readonly context: string; request: string }): void {
  if (wanted.context === at('src/background/policy')) wanted.request = at('demo/policy/release.ts')
}
export const releaseOfTests = new webpack.NormalModuleReplacementPlugin(/^\.\/release$/, withTestRelease)

/** Where a build with source maps goes, of which scripts/inside.ts reads what is in a bundle. */
export const mappedFolder = at('.cache/mapped')

/** The code is the same for every target; only syntax lowering and the manifest differ. */
function configure(target: Target, access: Access, mode: 'production' | 'development', isMapped: boolean): Configuration {
  const name = access === 'granted' ? `${target}-granted` : target
  const syntax = browserVersions[target]
  return {
    name,
    mode,
    target: ['web', 'es2022'],
    context: at('.'),
    entry: { ...entries, ...languages },
    // Evaluated source maps are forbidden by the extension's content security policy.
    devtool: mode === 'development' ? 'inline-source-map' : isMapped ? 'hidden-source-map' : false,
    output: { path: isMapped ? mappedFolder : at(`dist/${name}`), filename: '[name].js', publicPath: '/', clean: true },
    resolve: {
      extensions: ['.tsx', '.ts', '.js', '.mjs'],
      // The whole of hash-wasm holds thirty hashes; the wallet needs one.
      // Dexie's own build for browsers of these years, in the place of the one that speaks to those before them.
      alias: { 'hash-wasm$': at('node_modules/hash-wasm/dist/argon2.umd.min.js'), dexie$: at('node_modules/dexie/dist/modern/dexie.min.mjs') },
    },
    externals: withoutPurifier,
    module: {
      // A content script and a worker cannot load further files: a dynamic import stays inside its bundle. A page can.
      parser: { javascript: { dynamicImportMode: 'eager' } },
      rules: [
        { test: changedFiles, loader: at('./scripts/html-sinks.ts') },
        { test: /src.ui/, parser: { dynamicImportMode: 'lazy' } },
        { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: syntax, jsx: 'automatic', jsxImportSource: 'preact' } },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'], sideEffects: true },
      ],
    },
    optimization: {
      // What one of two bundles does not use is worth less than having the rest of it once.
      splitChunks: { usedExports: false, cacheGroups: { default: false, defaultVendors: false, ...shared } },
      moduleIds: 'size',
      mangleExports: 'size',
      chunkIds: 'deterministic',
      runtimeChunk: false,
      minimizer: [
        minimizer({ exclude: languageFiles }, { ascii_only: true }),
        minimizer({ include: languageFiles }, {}),
        new EsbuildPlugin({ target: syntax, include: /\.css$/, css: true }),
      ],
    },
    performance: false,
    plugins: [
      new MiniCssExtractPlugin({ filename: '[name].css' }),
      new CopyPlugin({ patterns: [{ from: 'public', noErrorOnMissing: true, transform: (content, path) => (path.endsWith('messages.json') ? withoutNotes(content) : content) }] }),
      new LicencePlugin(),
      new ShellPlugin(pages, { dashboard: [purifier] }),
      // Firefox is told of both files in the manifest.
      ...(target === 'chrome' ? [new webpack.BannerPlugin({ banner: "importScripts('proofs.js');", raw: true, include: /^background\.js$/ })] : []),
      new ManifestPlugin(target, access),
      ...(access === 'granted' ? [releaseOfTests] : []),
      ...(mode === 'production' ? [new BudgetPlugin()] : []),
    ],
    stats: 'errors-warnings',
  }
}

/** Messages for the browser, without what is told to those who translate them. */
function withoutNotes(content: Buffer): string {
  const messages = JSON.parse(content.toString()) as Record<string, { readonly message: string }>
  return JSON.stringify(Object.fromEntries(Object.entries(messages).map(([name, { message }]) => [name, { message }])))
}

/** Writes the browser's own manifest.json. */
class ManifestPlugin {
  constructor(
    private readonly browser: Target,
    private readonly access: Access,
  ) {}

  apply(compiler: webpack.Compiler): void {
    compiler.hooks.thisCompilation.tap('ManifestPlugin', (compilation) => {
      compilation.hooks.processAssets.tap('ManifestPlugin', () => {
        const derived = deriveManifest(manifest, packageJson.version, this.browser, this.access)
        compilation.emitAsset('manifest.json', new webpack.sources.RawSource(JSON.stringify(derived)))
      })
    })
  }
}

/** `--env target=chrome|firefox` and `--env access=granted` choose one build; without a target both browsers are built. */
export default function build(env: { target?: string; access?: string; maps?: string }, argv: { mode?: string }): Configuration[] {
  const mode = argv.mode === 'development' ? 'development' : 'production'
  const access = env.access === 'granted' ? 'granted' : 'asked'
  const targets = (['chrome', 'firefox'] as const).filter((target) => env.target === undefined || env.target === target)
  if (targets.length === 0) throw new Error(`Unknown target: ${String(env.target)}`)
  return targets.map((target) => configure(target, access, mode, env.maps === 'yes'))
}
