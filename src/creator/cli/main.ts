#!/usr/bin/env node
import type { Command } from './command'

/** What `farthing` can do, by the word it is asked with. Each is loaded when it is asked for. */
const commands: Readonly<Record<string, { readonly about: string; readonly load: () => Promise<Command> }>> = {
  serve: { about: 'sell what is for sale in a folder of pages, from this machine', load: async () => (await import('./serve')).serve },
  build: { about: 'seal what is for sale in a folder, for a host that serves files only', load: async () => (await import('./build')).build },
  keys: { about: 'run a key service, which sells what has been sealed to it', load: async () => (await import('./keys')).keys },
  check: { about: 'look at a page that sells something, and say what to mend', load: async () => (await import('./check')).check },
}

const usage = `farthing <command> [options]

${Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(8)} ${about}`).join('\n')}

farthing <command> --help tells the rest.
`

const [name = '', ...rest] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
const output = { say: (text: string) => void process.stdout.write(`${text}\n`), complain: (text: string) => void process.stderr.write(`${text}\n`) }
if (command === undefined) {
  const isAsked = name === '' || name === '--help' || name === 'help'
  if (isAsked) output.say(usage)
  else output.complain(`There is no command ${name}.\n\n${usage}`)
  process.exitCode = isAsked ? 0 : 2
} else {
  process.exitCode = await (await command.load())(rest, output)
}
