import { readdirSync, readFileSync } from 'node:fs'

/** One process of a browser. */
interface Process {
  readonly pid: string
  readonly parent: string
  readonly command: string
}

/**
 * The processes in which the extensions of a browser run: their workers and their pages, which share one for each extension.
 * Empty where the system is not Linux.
 * @param profile folder that the browser was started with
 */
export function extensionProcesses(profile: string): readonly string[] {
  if (process.platform !== 'linux') return []
  const processes = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).flatMap(readProcess)
  const family = new Set(processes.filter(({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes('--type=')).map(({ pid }) => pid))
  for (let grown = 0; grown !== family.size; ) {
    grown = family.size
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid)
  }
  return processes.filter(({ pid, command }) => family.has(pid) && command.includes('--extension-process')).map(({ pid }) => pid)
}

function readProcess(pid: string): readonly Process[] {
  try {
    const parent = /^[0-9]+ \(.*\) \S ([0-9]+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? ''
    return [{ pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }]
  } catch {
    // It has ended meanwhile.
    return []
  }
}

/**
 * What those processes hold in memory, in MiB. Pages that processes have in common count for each its part (PSS). Null where the
 * system is not Linux.
 */
export function extensionMemory(profile: string): number | null {
  if (process.platform !== 'linux') return null
  return extensionProcesses(profile).reduce((sum, pid) => sum + kibibytes(pid), 0) / 1024
}

function kibibytes(pid: string): number {
  return Number(/^Pss:\s+([0-9]+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
}

/** Milliseconds that processes have computed since they began, all threads together. */
export function computed(pids: readonly string[]): number {
  return pids.reduce((sum, pid) => sum + threads(pid).reduce((all, thread) => all + onProcessor(pid, thread), 0), 0) / 1e6
}

function threads(pid: string): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

/** Nanoseconds. */
function onProcessor(pid: string, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    return 0
  }
}
