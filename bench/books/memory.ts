import { readdirSync, readFileSync } from 'node:fs'

/**
 * What the processes of the extension in this browser hold in memory, in MiB: its worker and its pages, which share one. Pages that
 * processes have in common count for each its part (PSS). Null where the system is not Linux.
 */
export function extensionMemory(profile: string): number | null {
  if (process.platform !== 'linux') return null
  const processes = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).flatMap(readProcess)
  const family = new Set(processes.filter(({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes('--type=')).map(({ pid }) => pid))
  for (let grown = 0; grown !== family.size; ) {
    grown = family.size
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid)
  }
  const own = processes.filter(({ pid, command }) => family.has(pid) && command.includes('--extension-process'))
  return own.reduce((sum, { pid }) => sum + kibibytes(pid), 0) / 1024
}

function readProcess(pid: string): readonly { readonly pid: string; readonly parent: string; readonly command: string }[] {
  try {
    const parent = /^[0-9]+ \(.*\) \S ([0-9]+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? ''
    return [{ pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }]
  } catch {
    // It has ended meanwhile.
    return []
  }
}

function kibibytes(pid: string): number {
  return Number(/^Pss:\s+([0-9]+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
}
