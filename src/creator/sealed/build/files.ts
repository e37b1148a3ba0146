import { lstat, readdir, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** What the builder keeps for itself, and no reader may have or needs. */
export const secretName = '.farthing-secret'
export const ledgerName = 'farthing.json'

const left = new Set(['.git', '.hg', '.svn', 'node_modules', '.DS_Store', secretName, ledgerName])

export interface SiteFiles {
  /** Paths within the folder, with `/`, in alphabetical order. */
  readonly paths: readonly string[]
  /** Links of the file system, which are not followed: they can lead out of the folder. */
  readonly links: readonly string[]
}

/** Everything in a folder that is published. @param without a folder in it that is left out: where the result goes */
export async function filesIn(folder: string, without: string | null = null): Promise<SiteFiles> {
  const root = await realpath(folder)
  const paths: string[] = []
  const links: string[] = []
  const waiting = [root]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of await readdir(next)) {
      const path = join(next, name)
      if (left.has(name) || path === without) continue
      const found = await lstat(path)
      const shown = relative(root, path).split(sep).join('/')
      if (found.isSymbolicLink()) links.push(shown)
      else if (found.isDirectory()) waiting.push(path)
      else if (found.isFile()) paths.push(shown)
    }
  }
  return { paths: paths.sort(), links: links.sort() }
}
