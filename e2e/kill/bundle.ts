import { Script } from 'node:vm'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

/** The polyfill adds nothing to a `browser` that has promises already: it stands for itself. */
const polyfill: Plugin = {
  name: 'polyfill',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^webextension-polyfill$/ }, () => ({ path: 'browser', namespace: 'polyfill' }))
    onLoad({ filter: /.*/, namespace: 'polyfill' }, () => ({ contents: 'module.exports = browser' }))
  },
}

/** The worker as it is in the source, ready to be started any number of times. Nothing of it is replaced but the polyfill. */
export async function bundleWorker(): Promise<Script> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/background/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    plugins: [polyfill],
  })
  return new Script(outputFiles[0]?.text ?? '', { filename: 'background.js' })
}
