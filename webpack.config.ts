import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import CopyPlugin from 'copy-webpack-plugin'
import { EsbuildPlugin } from 'esbuild-loader'
import MiniCssExtractPlugin from 'mini-css-extract-plugin'
import type { Configuration } from 'webpack'
import manifest from './manifest.json' with { type: 'json' }
import packageJson from './package.json' with { type: 'json' }
import { BudgetPlugin } from './scripts/budget-plugin'
import { deriveManifest, type Access, type Target } from './scripts/manifest'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
