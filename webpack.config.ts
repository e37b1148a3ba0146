import { fileURLToPath } from 'node:url'
import CopyPlugin from 'copy-webpack-plugin'
import { EsbuildPlugin } from 'esbuild-loader'
import MiniCssExtractPlugin from 'mini-css-extract-plugin'
import webpack, { type Configuration } from 'webpack'
import manifest from './manifest.json' with { type: 'json' }
import packageJson from './package.json' with { type: 'json' }
import { BudgetPlugin } from './scripts/budget-plugin'
import { deriveManifest, type Access, type Target } from './scripts/manifest'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** One file each, named after the key: the manifest, the html shells and scripting.executeScript know these names. */
const entries = {
  background: './src/background/main.ts',
  detector: './src/content/detector.ts',
  hints: './src/content/hints.ts',
  tips: './src/content/tips.ts',
  card: './src/content/card.ts',
  keeper: './src/content/keeper.ts',
  popup: './src/ui/popup/main.tsx',
  approval: './src/ui/approval/main.tsx',
  dashboard: './src/ui/dashboard/main.tsx',
  onboarding: './src/ui/onboarding/main.tsx',
  verifier: './src/verifier/main.ts',
}

const browserVersions = { chrome: 'chrome123', firefox: 'firefox128' } as const satisfies Record<Target, string>

/** Pages on which a password is made. */
const judgesPasswords: ReadonlySet<string> = new Set(['dashboard', 'onboarding'])

/** The lists of guessable passwords are large, and lie in the package once: those pages' html loads this file beside their own. */
const passwords = { name: 'passwords', test: /@zxcvbn-ts|core.password/, enforce: true }

/** The code is the same for every target; only syntax lowering and the manifest differ. */
function configure(target: Target, access: Access, mode: 'production' | 'development'): Configuration {
  const name = access === 'granted' ? `${target}-granted` : target
  const syntax = browserVersions[target]
  return {
    name,
    mode,
    target: ['web', 'es2022'],
    context: at('.'),
    entry: entries,
    // Evaluated source maps are forbidden by the extension's content security policy.
    devtool: mode === 'development' ? 'inline-source-map' : false,
    output: { path: at(`dist/${name}`), filename: '[name].js', clean: true },
    resolve: {
      extensions: ['.tsx', '.ts', '.js', '.mjs'],
      // The whole of hash-wasm holds thirty hashes; the wallet needs one.
      alias: { 'hash-wasm$': at('node_modules/hash-wasm/dist/argon2.umd.min.js') },
    },
    module: {
      // A content script and a worker cannot load further files: a dynamic import stays inside its bundle.
      parser: { javascript: { dynamicImportMode: 'eager' } },
      rules: [
        { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: syntax, jsx: 'automatic', jsxImportSource: 'preact' } },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'], sideEffects: true },
      ],
    },
    optimization: {
      moduleIds: 'deterministic',
      chunkIds: 'deterministic',
      splitChunks: { chunks: (chunk) => judgesPasswords.has(chunk.name ?? ''), cacheGroups: { default: false, defaultVendors: false, passwords } },
      runtimeChunk: false,
      minimizer: [new EsbuildPlugin({ target: syntax, css: true, legalComments: 'eof' })],
    },
    performance: false,
    plugins: [
      new MiniCssExtractPlugin({ filename: '[name].css' }),
      new CopyPlugin({ patterns: [{ from: 'public', noErrorOnMissing: true }] }),
      new ManifestPlugin(target, access),
      ...(mode === 'production' ? [new BudgetPlugin(name)] : []),
    ],
    stats: 'errors-warnings',
  }
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
        compilation.emitAsset('manifest.json', new webpack.sources.RawSource(`${JSON.stringify(derived, null, 2)}\n`))
      })
    })
  }
}

/** `--env target=chrome|firefox` and `--env access=granted` choose one build; without a target both browsers are built. */
export default function build(env: { target?: string; access?: string }, argv: { mode?: string }): Configuration[] {
  const mode = argv.mode === 'development' ? 'development' : 'production'
  const access = env.access === 'granted' ? 'granted' : 'asked'
  const targets = (['chrome', 'firefox'] as const).filter((target) => env.target === undefined || env.target === target)
  if (targets.length === 0) throw new Error(`Unknown target: ${String(env.target)}`)
  return targets.map((target) => configure(target, access, mode))
}
