import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import type { Entry } from './zip'

const largest = 256 * 1024 * 1024
const git = (args: readonly string[]): Buffer => execFileSync('git', args, { maxBuffer: largest })

/** When the last commit was made, in UTC. */
export const writtenAt = (): string => new Date(Number(git(['log', '-1', '--format=%ct']).toString()) * 1000).toISOString()
export const commit = (): string => git(['rev-parse', 'HEAD']).toString().trim()
/** What is on the disk and not in the last commit. */
export const uncommitted = (): string => git(['status', '--porcelain', '--untracked-files=no']).toString().trim()

/** Every file of the last commit, without its history and without what lies around beside it. */
export function committed(): readonly Entry[] {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-source-'))
  try {
    execFileSync('tar', ['-x', '-C', folder], { input: git(['archive', '--format=tar', 'HEAD']), maxBuffer: largest })
    return filesIn(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Every file in a folder and below, by its place in it. */
export function filesIn(folder: string): readonly Entry[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map((file) => {
    const path = join(file.parentPath, file.name)
    return { name: relative(folder, path).split(sep).join('/'), content: readFileSync(path), isProgram: (statSync(path).mode & 0o100) !== 0 }
  })
}

export function unpack(entries: readonly Entry[], folder: string): void {
  for (const { name, content, isProgram } of entries) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    if (isProgram === true) chmodSync(path, 0o755)
  }
}
