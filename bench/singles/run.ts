import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Runs one of the single benches, and reads what it has kept. @throws when it fails; what is wrong has been printed by then */
export async function runProgram(name: 'books' | 'risk' | 'till' | 'vault', given: readonly string[] = []): Promise<unknown> {
  const child = spawn(process.execPath, ['--import', 'tsx', `bench/${name}.ts`, ...given], { stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new Error(`bench/${name}.ts failed`)
  return JSON.parse(readFileSync(`bench/out/${name}.json`, 'utf8'))
}
