import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { adopt, end, firstLine } from './child'
import { devMnemonic } from './accounts'
import { loopback } from './listen'

export const chainId = 31337

/** A running local chain. */
export interface Anvil {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Starts a fresh chain on a free port. Every transaction is mined at once until `evm_setIntervalMining` says otherwise. */
export async function startAnvil(): Promise<Anvil> {
  const [command, ...before] = anvilCommand()
  const options = ['--host', loopback, '--port', '0', '--chain-id', String(chainId), '--mnemonic', devMnemonic, '--no-cors']
  const child = adopt(spawn(command, [...before, ...options], { stdio: ['ignore', 'pipe', 'inherit'] }))
  const port = await firstLine(child, 'anvil', (line) => /Listening on [^:]+:(\d+)/.exec(line)?.[1])
  return { url: `http://${loopback}:${port}`, stop: () => end(child) }
}

/** Go's names, which Foundry's packages use, for what Node calls `process.arch`. */
const architectures: Partial<Record<NodeJS.Architecture, string>> = { x64: 'amd64', arm64: 'arm64' }

/**
 * How to start anvil here: the platform's own binary, which starts in a third of the time,
 * or the package's Node wrapper where that package was not installed.
 */
function anvilCommand(): readonly [string, ...string[]] {
  const require = createRequire(import.meta.url)
  const wrapper = dirname(require.resolve('@foundry-rs/anvil/package.json'))
  const native = `@foundry-rs/anvil-${process.platform}-${architectures[process.arch] ?? process.arch}`
  try {
    // Asked from the wrapper's place: a package manager may keep the binary beneath it.
    const folder = dirname(createRequire(join(wrapper, 'bin.mjs')).resolve(`${native}/package.json`))
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'anvil.exe' : 'anvil')
    if (existsSync(binary)) return [binary]
  } catch {
    // Not installed as a package of its own: the wrapper knows other places.
  }
  return [process.execPath, join(wrapper, 'bin.mjs')]
}
