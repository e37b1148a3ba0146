import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const children = new Set<ChildProcess>()

/* Whatever ends this process, also an uncaught error: nothing it started stays behind. */
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Remembers a child so that it ends with this process. */
export function adopt<C extends ChildProcess>(child: C): C {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Ends a child: politely, and after `patience` milliseconds by force. */
export async function end(child: ChildProcess, patience = 2000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), patience)
  await gone
  clearTimeout(force)
}

/**
 * The first line of a child's output for which `read` has an answer.
 * @throws when the child ends first, with the code it ended with.
 */
export function firstLine<T>(child: ChildProcess, name: string, read: (line: string) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const { stdout } = child
    if (stdout === null) {
      reject(new Error(`${name} has no output to read`))
      return
    }
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${name} ended before it was ready (code ${String(code)})`)))
    // Listening on goes on after the answer: an unread pipe would fill up and stop the child.
    createInterface({ input: stdout }).on('line', (line) => {
      const value = read(line)
      if (value !== undefined) resolve(value)
    })
  })
}
